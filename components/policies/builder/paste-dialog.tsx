"use client";

import { useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { JsonValue } from "@/lib/policy";
import { formatJson } from "../document/format-json";
import { type Pasted, readPasted } from "../document/pasted-condition";
import { usePolicyFaultWords } from "../fault-words";

interface PasteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPaste: (condition: JsonValue) => void;
}

const EXAMPLE = formatJson({ op: "eq", args: ["ctx.resource.attrs.unit", "icu"] });

/** Takes a condition as JSON. A field rather than the clipboard itself, which browsers do not let every page read. */
export function PasteDialog({ open, onOpenChange, onPaste }: PasteDialogProps) {
  const t = useTranslations("policies.builder.paste");
  const [text, setText] = useState("");
  const refusal = useRefusal();
  const pasted = text.trim() === "" ? null : readPasted(text);

  function close(next: boolean) {
    if (!next) setText("");
    onOpenChange(next);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t("title")}
      description={t("description")}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button
            variant="primary"
            disabled={pasted?.kind !== "condition"}
            onClick={() => {
              if (pasted?.kind !== "condition") return;
              onPaste(pasted.json);
              close(false);
            }}
          >
            {t("insert")}
          </Button>
        </>
      }
    >
      <Field label={t("field")} error={pasted === null ? undefined : refusal(pasted)}>
        <Textarea
          rows={8}
          spellCheck={false}
          value={text}
          placeholder={EXAMPLE}
          onChange={(event) => setText(event.target.value)}
          className="font-mono text-sm"
        />
      </Field>
    </Dialog>
  );
}

/** Why a text is no condition; undefined where it is one. */
export function useRefusal(): (pasted: Pasted) => string | undefined {
  const t = useTranslations("policies.builder.paste");
  const words = usePolicyFaultWords();
  return (pasted) => {
    if (pasted.kind === "condition") return undefined;
    return pasted.kind === "no_json" ? t("noJson") : t("noCondition", { reason: words(pasted.fault) });
  };
}
