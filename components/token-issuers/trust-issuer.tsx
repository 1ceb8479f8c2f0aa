"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { useFormGuard } from "@/components/agents/use-form-guard";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { TokenIssuer } from "@/lib/contracts/token-issuers";
import { IssuerForm } from "./issuer-form";

export function TrustIssuer({ audience }: { audience: string }) {
  const t = useTranslations("agents.issuers.form");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [isChanged, setIsChanged] = useState(false);
  const { question, leaving } = useFormGuard(isChanged);
  const close = () => leaving(() => setIsOpen(false));
  function trusted({ name }: TokenIssuer) {
    setIsOpen(false);
    toast.success(t("done", { name }), { description: t("text") });
    router.refresh();
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => (open ? setIsOpen(true) : close())}
      trigger={
        <Button variant="primary" iconStart={<Plus aria-hidden />}>
          {t("press")}
        </Button>
      }
      title={t("title")}
      description={t("text")}
    >
      <IssuerForm audience={audience} onTrusted={trusted} onCancel={close} onChanged={setIsChanged} />
      {question}
    </Dialog>
  );
}
