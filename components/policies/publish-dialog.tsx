"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "#i18n";
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
  const t = useTranslations("policies.publish");
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
      title={before === null ? t("title") : t("titleVersion", { version })}
      description={document.enabled === false ? t("disabled") : t("enabled")}
      confirmLabel={t("confirm")}
      onConfirm={() => onPublish(note)}
    >
      <blockquote className="border-accent-line border-l-2 pl-3 text-ink">{sentence}</blockquote>
      {changed === null ? null : (
        <p className="text-ink-muted text-sm">
          {t.rich("lines", {
            ...changed,
            plus: (words) => <span className="font-medium text-positive-ink">{words}</span>,
            minus: (words) => <span className="font-medium text-negative-ink">{words}</span>,
          })}
        </p>
      )}
      <Field label={t("why")} optional hint={t("whyHint")}>
        <Textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
