"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Archive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { policyOperations } from "@/lib/client/operations";
import { policyQueries } from "@/lib/client/policy-queries";

interface ArchivePolicyProps {
  id: string;
  name: string;
}

/** Takes a policy out of force for good, after asking. */
export function ArchivePolicy({ id, name }: ArchivePolicyProps) {
  const t = useTranslations("policies.archive");
  const router = useRouter();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  async function archive() {
    await call(policyOperations.archive, { params: { id }, body: { reason } });
    await queries.invalidateQueries({ queryKey: policyQueries.all });
    toast.success(t("done"), { description: t("doneBody", { name }) });
    router.push("/policies");
    router.refresh();
  }
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-quiet" iconStart={<Archive aria-hidden />}>
          {t("button")}
        </Button>
      }
      title={t("title")}
      description={t("description", { name })}
      confirmLabel={t("confirm")}
      tone="danger"
      onConfirm={archive}
    >
      <Field label={t("reason")} optional hint={t("reasonHint")}>
        <Textarea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
