"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useErrorWords } from "@/components/ui/error-words";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { tokenIssuerOperations } from "@/lib/client/operations";
import type { TokenIssuer } from "@/lib/contracts/token-issuers";

interface IssuerActionsProps {
  issuer: Pick<TokenIssuer, "id" | "name" | "disabled">;
  /** How many subjects it signs in. */
  bound: number;
}

const UNDO_MS = 12_000;

/** Turning an issuer off can be taken back; removing it cannot, and says so. */
export function IssuerActions({ issuer, bound }: IssuerActionsProps) {
  const t = useTranslations("agents.issuers");
  const errorWords = useErrorWords();
  const router = useRouter();
  const { id, name } = issuer;
  const params = { id };

  async function enable() {
    try {
      await call(tokenIssuerOperations.update, { params, body: { disabled: false } });
      toast.success(t("enable.done", { name }));
      router.refresh();
    } catch (error) {
      toast.error(t("enable.failed", { name }), { description: errorWords(error) });
    }
  }
  async function disable() {
    await call(tokenIssuerOperations.update, { params, body: { disabled: true } });
    toast.success(t("disable.done", { name }), {
      description: t("disable.doneText", { count: bound }),
      timeoutMs: UNDO_MS,
      action: { label: t("disable.undo"), onPress: () => void enable() },
    });
    router.refresh();
  }
  async function remove() {
    await call(tokenIssuerOperations.remove, { params });
    toast.success(t("remove.done", { name }));
    router.refresh();
  }

  return (
    <div className="flex shrink-0 flex-wrap justify-end gap-2">
      {issuer.disabled ? (
        <Button size="sm" aria-label={t("enable.label", { name })} onClick={() => void enable()}>
          {t("enable.press")}
        </Button>
      ) : (
        <ConfirmDialog
          tone="danger"
          trigger={
            <Button size="sm" aria-label={t("disable.label", { name })}>
              {t("disable.press")}
            </Button>
          }
          title={t("disable.title", { name })}
          description={t("disable.text")}
          confirmLabel={t("disable.confirm")}
          onConfirm={disable}
        />
      )}
      <ConfirmDialog
        tone="danger"
        trigger={
          <Button size="sm" variant="danger-quiet" aria-label={t("remove.label", { name })}>
            {t("remove.press")}
          </Button>
        }
        title={t("remove.title", { name })}
        description={
          <ul className="flex list-disc flex-col gap-1 pl-4">
            <li>{t("remove.text", { count: bound })}</li>
            <li>{t("remove.final")}</li>
          </ul>
        }
        confirmLabel={t("remove.confirm")}
        onConfirm={remove}
      />
    </div>
  );
}
