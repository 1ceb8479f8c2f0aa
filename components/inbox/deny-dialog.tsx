"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import type { Approval } from "@/lib/contracts/approvals";
import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { DENY_CHOICES, type DenyChoice, denyReason } from "./deny-reason";
import { failureSentence } from "./failure-sentence";
import { useInbox } from "./inbox-context";
import { patientFacts } from "./patient-facts";
import { requestTitle } from "./request-words";

interface DenyDialogProps {
  approval: Approval;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks why. It closes only when the server has counted the denial, so that no written reason is lost. */
export function DenyDialog({ approval, open, onOpenChange }: DenyDialogProps) {
  const { put, refresh } = useInbox();
  const [choice, setChoice] = useState<DenyChoice | "">("");
  const [text, setText] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const title = requestTitle(approval);

  async function deny() {
    const reason = denyReason(choice, text);
    if (reason.kind === "missing") return setMissing(reason.message);
    setSending(true);
    setFailure(null);
    try {
      const body = { vote: "deny" as const, reason: reason.text };
      put(await call(approvalEndpoints.vote, { params: { id: approval.id }, body }));
      onOpenChange(false);
      toast.success("Denied", { description: title });
    } catch (error) {
      setFailure(failureSentence(error));
      void refresh(approval.id);
    } finally {
      setSending(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !sending && onOpenChange(next)}
      title={`Deny: ${title}`}
      description={`${patientFacts(approval).name}. ${approval.subject.name} is told your reason.`}
      footer={
        <>
          <DialogClose render={<Button size="lg">Cancel</Button>} />
          <Button variant="danger" size="lg" loading={sending} onClick={() => void deny()}>
            Deny
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure ? (
          <Callout live tone="negative" title="Not denied">
            {failure}
          </Callout>
        ) : null}
        <RadioGroup<DenyChoice | "">
          aria-label="Why"
          appearance="cards"
          options={DENY_CHOICES}
          value={choice}
          onValueChange={(value) => {
            setChoice(value);
            setMissing(null);
          }}
        />
        <Field label="In your words" optional={choice !== "other"} error={missing}>
          <Textarea
            rows={2}
            maxLength={1900}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setMissing(null);
            }}
          />
        </Field>
      </div>
    </Dialog>
  );
}
