import { useTranslations } from "#i18n";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ComplianceRow } from "@/lib/contracts/compliance";
import { wordsWith } from "@/lib/i18n/compliance-words";
import { StatusBadge } from "./status-badge";

/** All requirements at a glance; each name leads to its evidence. */
export function StatusTable({ rows }: { rows: readonly ComplianceRow[] }) {
  const t = useTranslations("compliance");
  const words = wordsWith(t);
  return (
    <Card aria-label={t("summary")}>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid min-h-11 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-2 sm:grid-cols-[11rem_minmax(0,1fr)_6rem_minmax(9rem,auto)]"
          >
            <span className="num order-2 col-span-2 text-ink-faint text-sm sm:order-none sm:col-span-1">
              {row.section}
            </span>
            <TextLink href={`#${row.id}`} className="min-w-0 justify-self-start">
              {words.title(row.id)}
            </TextLink>
            <span className="num hidden text-ink-muted text-sm sm:block">
              {row.gaps.length === 0 ? "" : t("gapCount", { count: row.gaps.length })}
            </span>
            <span className="justify-self-end sm:justify-self-start">
              <StatusBadge status={row.status} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
