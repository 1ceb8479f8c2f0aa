"use client";

import { useMutation } from "@tanstack/react-query";
import { Download, Printer, SearchX, UserRoundSearch } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { useErrorWords } from "@/components/ui/error-words";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { call } from "@/lib/client/call";
import { downloadFile } from "@/lib/client/download-file";
import { auditOperations } from "@/lib/client/operations";
import type { Disclosures, DisclosuresRequest } from "@/lib/contracts/audit-disclosures";
import type { AuditPermissions } from "./audit-names";
import { DisclosuresForm } from "./disclosures-form";
import { DisclosuresPrintHead } from "./disclosures-print-head";
import { DisclosuresTable } from "./disclosures-table";

interface DisclosuresViewProps {
  may: AuditPermissions;
  organization: string;
  person: string;
}

/** Who asked for one patient's data. The patient is held by this page alone: not by the address, not by a cache. */
export function DisclosuresView({ may, organization, person }: DisclosuresViewProps) {
  const t = useTranslations("audit.disclosures");
  const errorWords = useErrorWords();
  const search = useMutation({
    mutationFn: (body: DisclosuresRequest) => call(auditOperations.disclosures, { body }),
    gcTime: 0,
  });
  const csv = useMutation({
    mutationFn: (body: DisclosuresRequest) => downloadFile(auditOperations.exportDisclosures, { body }),
  });
  if (!may.reveal) {
    return (
      <Card>
        <EmptyState icon={<UserRoundSearch />} title={t("mayNot.title")} description={t("mayNot.text")} />
      </Card>
    );
  }
  const asked = search.variables;
  const fault = search.error ?? csv.error;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card className="print:hidden">
        <CardBody className="flex flex-col gap-4">
          <p className="max-w-prose text-ink-muted">{t("description")}</p>
          <DisclosuresForm busy={search.isPending} onAsk={(request) => search.mutate(request)} />
        </CardBody>
      </Card>
      {fault ? (
        <Callout tone="negative" live>
          {errorWords(fault)}
        </Callout>
      ) : null}
      <Card aria-busy={search.isPending} className="print:border-0 print:shadow-none">
        {search.isPending ? <SkeletonRows rows={6} label={t("searching")} /> : null}
        {search.isIdle ? (
          <EmptyState icon={<UserRoundSearch />} title={t("start.title")} description={t("start.text")} />
        ) : null}
        {search.data && asked ? (
          <>
            <DisclosuresPrintHead organization={organization} person={person} asked={asked} />
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3 print:px-0">
              <Summary found={search.data} />
              <span className="flex gap-2 print:hidden">
                {may.exports ? (
                  <Button
                    iconStart={<Download aria-hidden />}
                    loading={csv.isPending}
                    onClick={() => csv.mutate(asked)}
                  >
                    {t("csv")}
                  </Button>
                ) : null}
                <Button iconStart={<Printer aria-hidden />} onClick={() => window.print()}>
                  {t("print")}
                </Button>
              </span>
            </div>
            {search.data.items.length === 0 ? (
              <EmptyState icon={<SearchX />} title={t("none.title")} description={t("none.text")} />
            ) : (
              <DisclosuresTable items={search.data.items} />
            )}
          </>
        ) : null}
      </Card>
    </div>
  );
}

const CSV_LIMIT = 50_000;

function Summary({ found }: { found: Disclosures }) {
  const t = useTranslations("audit.disclosures");
  const { items, more, recorded_seq } = found;
  const count = items.length;
  const having = (effect: string) => items.filter((item) => item.effect === effect).length;
  const [allowed, denied] = [having("allow"), having("deny")];
  return (
    <p role="status" className="text-ink-muted text-sm">
      {more
        ? t("summaryMore", { count, limit: CSV_LIMIT })
        : t("summary", { count, allowed, denied, others: count - allowed - denied })}{" "}
      <TextLink href={`/audit?entry=${recorded_seq}`}>{t("recorded", { seq: recorded_seq })}</TextLink>
    </p>
  );
}
