"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { keyQueries } from "@/lib/client/key-queries";
import { keyOperations } from "@/lib/client/operations";
import type { ApiKey } from "@/lib/contracts/agents";

interface RevokeKeyProps {
  apiKey: Pick<ApiKey, "id" | "name">;
  agentName: string;
  /** No other key of the agent works. */
  isLast: boolean;
}

export function RevokeKey({ apiKey, agentName, isLast }: RevokeKeyProps) {
  const t = useTranslations("agents.keys.revoke");
  const router = useRouter();
  const queries = useQueryClient();
  const { name } = apiKey;
  async function revoke() {
    await call(keyOperations.revoke, { params: { id: apiKey.id } });
    await queries.invalidateQueries({ queryKey: keyQueries.all });
    toast.success(t("done", { name }), { description: t("doneText") });
    router.refresh();
  }
  return (
    <ConfirmDialog
      tone="danger"
      trigger={
        <Button size="sm" variant="danger-quiet" aria-label={t("label", { name })}>
          {t("press")}
        </Button>
      }
      title={t("title", { name })}
      description={t("text", { agent: agentName })}
      confirmLabel={t("confirm")}
      onConfirm={revoke}
    >
      {isLast ? <Callout tone="caution">{t("last")}</Callout> : null}
    </ConfirmDialog>
  );
}
