"use client";

import { useTranslations } from "#i18n";
import { Time } from "@/components/ui/time";
import { useNow } from "@/components/ui/use-now";
import type { DisclosuresRequest } from "@/lib/contracts/audit-disclosures";

interface DisclosuresPrintHeadProps {
  organization: string;
  person: string;
  asked: DisclosuresRequest;
}

/** Stands on paper only: whose account this is, and who made it when. */
export function DisclosuresPrintHead({ organization, person, asked }: DisclosuresPrintHeadProps) {
  const t = useTranslations("audit.disclosures");
  const now = useNow(60_000);
  return (
    <header className="hidden pb-3 print:block">
      <h2 className="font-semibold text-ink text-xl">{t("printTitle", { patient: asked.patient })}</h2>
      <p className="text-ink-muted text-sm">
        {t.rich("printedFor", {
          organization,
          person,
          time: () => <Time key="time" at={now ?? 0} format="exact" />,
        })}
      </p>
    </header>
  );
}
