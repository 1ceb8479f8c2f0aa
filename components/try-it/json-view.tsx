"use client";

import { useState } from "react";
import { useTranslations } from "#i18n";
import { useFaultWords } from "@/components/messages/fault-words";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Json } from "@/lib/contracts/common";
import type { Fault } from "@/lib/contracts/faults";
import { readText } from "./request-document";

type Members = { [name: string]: Json };

interface JsonViewProps {
  document: Members;
  faults: readonly Fault[];
  onDocument: (document: Members) => void;
  /** Whether what stands here is no request. */
  onFault: (isFault: boolean) => void;
}

/** The request as text. It follows the form when it is opened and leads it while it is edited. */
export function JsonView({ document, faults, onDocument, onFault }: JsonViewProps) {
  const t = useTranslations("try-it.json");
  const words = useFaultWords();
  const [text, setText] = useState(() => JSON.stringify(document, null, 2));
  const read = readText(text);

  function change(next: string) {
    setText(next);
    const result = readText(next);
    onFault(result.kind === "fault");
    if (result.kind === "request") onDocument(result.document);
  }

  const told = faults.map((fault) =>
    t("fault", { where: fault.pointer === "" ? t("whole") : fault.pointer, what: words(fault) }),
  );
  const wrong =
    read.kind === "request"
      ? told.join("; ")
      : read.fault === "notYet"
        ? t("notYet", { why: read.why })
        : t("noObject");
  return (
    <Field label={t("label")} hint={t("hint")} error={wrong === "" ? null : wrong}>
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
