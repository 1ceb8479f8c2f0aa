"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { useFormGuard } from "@/components/agents/use-form-guard";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Agent } from "@/lib/contracts/agents";
import type { TokenIssuer } from "@/lib/contracts/token-issuers";
import { BindingForm } from "./binding-form";
import { IssuerForm } from "./issuer-form";

interface AddBindingProps {
  agent: Pick<Agent, "id" | "name">;
  issuers: readonly TokenIssuer[];
  audience: string;
}

/** Binds a subject to the agent; where no issuer is trusted yet, or another is wanted, that one first. */
export function AddBinding({ agent, issuers, audience }: AddBindingProps) {
  const t = useTranslations("agents");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<TokenIssuer | null>(null);
  const [wantsAnother, setWantsAnother] = useState(false);
  const [isChanged, setIsChanged] = useState(false);
  const { question, leaving } = useFormGuard(isChanged);
  // The page may not have been read anew since it was trusted.
  const known = made && !issuers.some(({ id }) => id === made.id) ? [...issuers, made] : issuers;
  const asksIssuer = known.length === 0 || wantsAnother;

  function finish() {
    setIsOpen(false);
    setWantsAnother(false);
  }
  const close = () => leaving(finish);
  function trusted(issuer: TokenIssuer) {
    setMade(issuer);
    setWantsAnother(false);
    router.refresh();
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => (open ? setIsOpen(true) : close())}
      trigger={
        <Button size="sm" iconStart={<Plus aria-hidden />}>
          {t("bindings.add.press")}
        </Button>
      }
      title={asksIssuer ? t("issuers.form.title") : t("bindings.add.title", { name: agent.name })}
      description={t(asksIssuer ? "issuers.form.first" : "bindings.add.text")}
    >
      {asksIssuer ? (
        <IssuerForm
          audience={audience}
          onTrusted={trusted}
          onCancel={() => (known.length === 0 ? close() : leaving(() => setWantsAnother(false)))}
          onChanged={setIsChanged}
        />
      ) : (
        <BindingForm
          agent={agent}
          issuers={known}
          firstIssuerId={made?.id ?? null}
          onAnother={() => leaving(() => setWantsAnother(true))}
          onDone={finish}
          onCancel={close}
          onChanged={setIsChanged}
        />
      )}
      {question}
    </Dialog>
  );
}
