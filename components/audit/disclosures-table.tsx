"use client";

import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { EmergencyBadge } from "@/components/decision/emergency-badge";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { Disclosure } from "@/lib/contracts/audit-disclosures";

const COLUMNS = ["time", "agent", "principal", "what", "purpose", "effect", "rule", "entry"] as const;

export function DisclosuresTable({ items }: { items: readonly Disclosure[] }) {
  const t = useTranslations("audit.disclosures");
  return (
    <Table label={t("table")} className="min-w-[60rem] print:min-w-0 print:text-xs">
      <TableHead>
        <TableRow>
          {COLUMNS.map((column) => (
            <TableHeaderCell key={column} numeric={column === "entry"}>
              {t(`columns.${column}`)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <DisclosureRow key={item.seq} item={item} />
        ))}
      </TableBody>
    </Table>
  );
}

function DisclosureRow({ item }: { item: Disclosure }) {
  const t = useTranslations("audit.disclosures");
  const format = useFormats();
  return (
    <TableRow className="break-inside-avoid">
      <TableCell>
        <Time at={item.time} format="exact" className="print:whitespace-normal" />
      </TableCell>
      <TableCell className="font-medium">{item.by.name}</TableCell>
      <TableCell muted={item.on_behalf_of === null}>{item.on_behalf_of?.name ?? t("nobody")}</TableCell>
      <TableCell>
        <span className="font-mono text-sm">{item.action}</span>
        <span className="block text-ink-muted text-sm">
          {[item.resource_type, item.record_type].filter((part) => part !== null).join(" · ")}
        </span>
      </TableCell>
      <TableCell mono muted={item.purpose === null}>
        {item.purpose ?? "–"}
      </TableCell>
      <TableCell>
        <span className="flex flex-col items-start gap-1">
          {item.effect === null ? null : <EffectBadge effect={item.effect} size="sm" />}
          {item.emergency ? <EmergencyBadge size="sm" /> : null}
        </span>
      </TableCell>
      <TableCell>
        <Rule item={item} />
      </TableCell>
      <TableCell numeric>
        <TextLink href={`/audit?entry=${item.seq}`}>{format.count(item.seq)}</TextLink>
      </TableCell>
    </TableRow>
  );
}

function Rule({ item: { policy, approval } }: { item: Disclosure }) {
  const t = useTranslations("audit.disclosures");
  const entry = useTranslations("audit.entry");
  if (policy === null && approval === null) return <span className="text-ink-muted">–</span>;
  return (
    <>
      {policy === null ? null : (
        <span className="block">
          {policy.name}
          {policy.version === null ? null : (
            <span className="text-ink-muted text-sm"> · {entry("version", { version: policy.version })}</span>
          )}
        </span>
      )}
      {approval === null ? null : (
        <TextLink href={`/inbox/${approval.id}`} className="text-sm">
          {[t("approval"), ...approval.voted_by].join(" · ")}
        </TextLink>
      )}
    </>
  );
}
