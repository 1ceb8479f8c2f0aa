"use client";

import { useQueryClient } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { policyOperations } from "@/lib/client/operations";
import { policyQueries } from "@/lib/client/policy-queries";
import type { PolicyVersionView, PolicyView } from "@/lib/contracts/policies";
import type { JsonObject } from "@/lib/policy";
import { DiffView } from "./diff-view";
import { storedSentence } from "./stored-sentence";
import { usePolicyLanguage } from "./use-policy-language";

interface RestoreVersionProps {
  policy: PolicyView;
  version: PolicyVersionView;
}

/** Publishes an older version again, as a new one: history is only ever added to. */
export function RestoreVersion({ policy, version }: RestoreVersionProps) {
  const t = useTranslations("policies.versions.restore");
  const language = usePolicyLanguage();
  const router = useRouter();
  const queries = useQueryClient();
  async function restore() {
    const made = await call(policyOperations.rollback, {
      params: { id: policy.id },
      body: { version: version.version },
      headers: { "if-match": `"${policy.version}"` },
    });
    await queries.invalidateQueries({ queryKey: policyQueries.all });
    const unchanged = made.version === policy.version;
    toast.success(unchanged ? t("nothing") : t("done", { version: made.version }), {
      description: unchanged ? t("same") : storedSentence(made, language),
    });
    router.push(`/policies/${policy.id}/versions`);
    router.refresh();
  }
  return (
    <ConfirmDialog
      trigger={<Button iconStart={<History aria-hidden />}>{t("button")}</Button>}
      title={t("title", { version: version.version })}
      description={t("description", { next: policy.version + 1 })}
      confirmLabel={t("confirm")}
      onConfirm={restore}
    >
      <DiffView
        label={t("changes")}
        before={policy.document as JsonObject}
        after={version.document as JsonObject}
      />
    </ConfirmDialog>
  );
}
