"use client";

import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { TokenBinding } from "@/lib/contracts/token-issuers";
import { useBindings } from "./use-bindings";

interface RemoveBindingProps {
  binding: TokenBinding;
  /** Nothing else signs the agent in. */
  isLast: boolean;
}

export function RemoveBinding({ binding, isLast }: RemoveBindingProps) {
  const t = useTranslations("agents.bindings.remove");
  const { remove } = useBindings();
  const { subject, issuer } = binding;
  return (
    <ConfirmDialog
      tone="danger"
      trigger={
        <Button size="sm" variant="danger-quiet" aria-label={t("label", { subject })}>
          {t("press")}
        </Button>
      }
      title={t("title")}
      description={<p className="break-words">{t("text", { issuer, subject })}</p>}
      confirmLabel={t("confirm")}
      onConfirm={() => remove(binding)}
    >
      {isLast ? <Callout tone="caution">{t("last")}</Callout> : null}
    </ConfirmDialog>
  );
}
