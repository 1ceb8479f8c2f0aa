import { TriangleAlert } from "lucide-react";
import { useTranslations } from "#i18n";
import { Card, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ComplianceRow, Gap } from "@/lib/contracts/compliance";
import { wordsWith } from "@/lib/i18n/compliance-words";
import { EvidenceValue } from "./evidence-value";
import { StatusBadge } from "./status-badge";

export function RequirementCard({ row }: { row: ComplianceRow }) {
  const t = useTranslations("compliance");
  const words = wordsWith(t);
  return (
    <Card id={row.id} aria-labelledby={`${row.id}-title`} className="scroll-mt-16 break-inside-avoid">
      <CardHeader
        id={`${row.id}-title`}
        title={
          <span className="flex flex-wrap items-baseline gap-x-2">
            {words.title(row.id)}
            <span className="num font-normal text-ink-faint text-sm">HIPAA {row.section}</span>
          </span>
        }
        description={words.says(row.id)}
        actions={<StatusBadge status={row.status} />}
      />
      <div className="grid gap-x-8 gap-y-4 px-4 py-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] print:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <section>
            <h3 className="text-ink-faint text-sm">{t("control")}</h3>
            <p className="max-w-prose text-ink">{words.control(row.id)}</p>
          </section>
          <section>
            <h3 className="text-ink-faint text-sm">{t("gapsTitle")}</h3>
            {row.gaps.length === 0 ? (
              <p className="text-ink-muted">{t("noGaps")}</p>
            ) : (
              <ul className="flex flex-col gap-1.5 pt-1">
                {row.gaps.map((gap) => (
                  <GapLine key={gap.id} gap={gap} text={words.gap(gap)} />
                ))}
              </ul>
            )}
          </section>
        </div>
        <section className="min-w-0">
          <h3 className="text-ink-faint text-sm">{t("evidenceTitle")}</h3>
          <dl className="divide-y divide-line">
            {row.evidence.map((item) => (
              <div
                key={item.id}
                className="grid grid-cols-[minmax(7rem,1fr)_auto] items-baseline gap-4 py-1.5"
              >
                <dt className="min-w-0 text-ink-muted">{words.evidence(item.id)}</dt>
                <dd className="num min-w-0 max-w-[18rem] text-right font-medium text-ink">
                  {item.href === null ? (
                    <EvidenceValue value={item.value} />
                  ) : (
                    <TextLink href={item.href}>
                      <EvidenceValue value={item.value} />
                    </TextLink>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Card>
  );
}

function GapLine({ gap, text }: { gap: Gap; text: string }) {
  const t = useTranslations("compliance");
  return (
    <li className="flex items-start gap-2 text-ink">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-caution-ink" />
      <span className="min-w-0">
        {text}{" "}
        {gap.href === null ? null : (
          <TextLink href={gap.href} className="whitespace-nowrap text-sm print:hidden">
            {t("fix")}
          </TextLink>
        )}
      </span>
    </li>
  );
}
