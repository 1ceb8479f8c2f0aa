"use client";

import { useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useErrorWords } from "@/components/ui/error-words";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { call } from "@/lib/client/call";
import { approvalOperations } from "@/lib/client/operations";
import type { Approval } from "@/lib/contracts/approvals";
import { DENY_CHOICES, type DenyChoice, denyReason } from "./deny-reason";
import { failureSentence } from "./failure-sentence";
import { useInbox } from "./inbox-context";
import { outcomeText, requestTitle } from "./request-words";
import { usePatientFacts } from "./use-patient-facts";

interface DenyDialogProps {
  approval: Approval;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/**
 * Asks why. It closes only when the server has counted the denial, so that no written reason is lost; when somebody else
 * was first it says who, and nothing can be sent any more.
 */
export function DenyDialog({ approval, open, onOpenChange }: DenyDialogProps) {
  const { put, refresh } = useInbox();
  const t = useTranslations("inbox.denial");
  const all = useTranslations("inbox");
  const ui = useTranslations("ui");
  const words = useTranslations("inbox.words");
  const failed = useTranslations("inbox.failure");
  const errorWords = useErrorWords();
  const [choice, setChoice] = useState<DenyChoice | "">("");
  const [text, setText] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const title = requestTitle(approval, words);
  const patient = usePatientFacts(approval).name;
  const isLost = approval.state !== "pending" && !sending;

  async function deny() {
    const reason = denyReason(choice, text, t);
    if (reason.kind === "missing") return setMissing(reason.message);
    setSending(true);
    setFailure(null);
    try {
      const body = { vote: "deny" as const, reason: reason.text };
      const counted = await call(approvalOperations.vote, { params: { id: approval.id }, body });
      onOpenChange(false);
      put(counted);
    } catch (error) {
      setFailure(failureSentence(error, failed, errorWords));
      await refresh(approval.id);
    } finally {
      setSending(false);
    }
  }

  const lost = isLost ? t("lost", { outcome: outcomeText(approval, all) }) : null;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !sending && onOpenChange(next)}
      firstFocus={() => body.current?.querySelector<HTMLElement>("[role=radio]") ?? null}
      title={t("title", { request: title })}
      description={isLost ? patient : t("text", { patient, agent: approval.subject.name })}
      footer={
        <>
          <DialogClose render={<Button size="lg">{isLost ? ui("close") : ui("cancel")}</Button>} />
          {isLost ? null : (
            <Button variant="danger" size="lg" loading={sending} onClick={() => void deny()}>
              {t("confirm")}
            </Button>
          )}
        </>
      }
    >
      <div ref={body} className="flex flex-col gap-4">
        {(lost ?? failure) ? (
          <Callout live tone="negative" title={t("failed")}>
            {lost ?? failure}
          </Callout>
        ) : null}
        {isLost ? null : (
          <RadioGroup<DenyChoice | "">
            aria-label={t("why")}
            appearance="cards"
            options={DENY_CHOICES.map((value) => ({ value, label: t(`choices.${value}`) }))}
            value={choice}
            onValueChange={(value) => {
              setChoice(value);
              setMissing(null);
            }}
          />
        )}
        {isLost && text === "" ? null : (
          <Field label={t("words")} optional={choice !== "other"} error={missing}>
            <Textarea
              rows={2}
              maxLength={1900}
              value={text}
              readOnly={isLost}
              onChange={(event) => {
                setText(event.target.value);
                setMissing(null);
              }}
            />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
