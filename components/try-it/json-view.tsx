"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Json } from "@/lib/contracts/common";
import { type RequestFault, readText } from "./request-document";

type Members = { [name: string]: Json };

interface JsonViewProps {
  document: Members;
  faults: readonly RequestFault[];
  onDocument: (document: Members) => void;
  /** Why what stands here is no request; null when it is one. */
  onFault: (message: string | null) => void;
}

/** The request as text. It follows the form when it is opened and leads it while it is edited. */
export function JsonView({ document, faults, onDocument, onFault }: JsonViewProps) {
  const [text, setText] = useState(() => JSON.stringify(document, null, 2));
  const read = readText(text);

  function change(next: string) {
    setText(next);
    const result = readText(next);
    onFault(result.kind === "fault" ? result.message : null);
    if (result.kind === "request") onDocument(result.document);
  }

  const told = faults.map(({ pointer, message }) => `${pointer === "" ? "The request" : pointer} ${message}`);
  return (
    <Field
      label="Request as JSON"
      hint="The body of POST /api/v1/decisions/check."
      error={read.kind === "fault" ? read.message : told.length > 0 ? told.join("; ") : null}
    >
      <Textarea
        mono
        rows={16}
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.target.value)}
        className="max-h-[32rem]"
      />
    </Field>
  );
}
