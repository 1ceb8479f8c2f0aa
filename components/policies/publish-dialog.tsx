"use client";

import { useMemo, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { JsonObject } from "@/lib/policy";
import { formatJson } from "./document/format-json";
import { diffLines } from "./document/line-diff";

interface PublishDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What is in force; null for a new policy. */
  before: JsonObject | null;
  document: JsonObject;
  version: number;
  sentence: string;
  onPublish: (note: string) => Promise<void>;
}

/** The last look before a rule takes effect. */
export function PublishDialog(props: PublishDialogProps) {
  const { open, onOpenChange, before, document, version, sentence, onPublish } = props;
  const [note, setNote] = useState("");
  const changed = useMemo(() => {
    if (before === null) return null;
    const lines = diffLines(formatJson(before), formatJson(document));
    return {
      added: lines.filter((line) => line.kind === "added").length,
      removed: lines.filter((line) => line.kind === "removed").length,
    };
  }, [before, document]);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={before === null ? "Publish this policy?" : `Publish version ${version}?`}
      description={
        document.enabled === false
          ? "It is disabled: it takes its place and decides nothing until it is enabled."
          : "Every decision from the next one on is made with it."
      }
      confirmLabel="Publish"
      onConfirm={() => onPublish(note)}
    >
      <blockquote className="border-accent-line border-l-2 pl-3 text-ink">{sentence}</blockquote>
      {changed === null ? null : (
        <p className="text-ink-muted text-sm">
          <span className="font-medium text-positive-ink">+{changed.added}</span>{" "}
          <span className="font-medium text-negative-ink">−{changed.removed}</span> lines of its JSON.
        </p>
      )}
      <Field label="Why" optional hint="Stands in the history for those who ask later.">
        <Textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
