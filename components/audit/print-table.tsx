"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import type { AuditEvent } from "@/lib/contracts/audit";
import type { AuditFilter } from "./audit-filter";
import { activeFilters, filterLabel, useFilterWords } from "./audit-filters";
import { eventWords } from "./event-words";

interface PrintTableProps {
  organization: string;
  person: string;
  filter: AuditFilter;
  events: readonly AuditEvent[];
  /** There are entries that found no room. */
  more: boolean;
  checkpoint: { size: number; root: string; created_at: string } | null;
}

const NO_NAMES = { agents: new Map(), policies: new Map(), people: new Map() };
const COLUMNS = ["seq", "timeUtc", "event", "who", "effect", "action", "resourceType", "hash"] as const;
const cell = "border-line border-b px-2 py-1 align-top";

/** The list for paper: every entry with its hash, so that the sheet can be held against an export. */
export function PrintTable({ organization, person, filter, events, more, checkpoint }: PrintTableProps) {
  const t = useTranslations("audit.print");
  const columns = useTranslations("audit.columns");
  const words = useFilterWords();
  const filters = activeFilters(filter).map(([name, value]) => filterLabel(name, value, NO_NAMES, words));
  return (
    <>
      <PageHeader
        title={t("title", { organization })}
        description={filters.length === 0 ? t("all") : filters.join("; ")}
        actionsOnPhone="below"
        actions={
          <span className="flex gap-2 print:hidden">
            <LinkButton href="/audit">{t("back")}</LinkButton>
            <Button variant="primary" iconStart={<Printer aria-hidden />} onClick={() => window.print()}>
              {t("print")}
            </Button>
          </span>
        }
      />
      <p className="pb-3 text-ink-muted text-sm">
        {t(more ? "summaryMore" : "summary", { count: events.length, person })}{" "}
        {checkpoint === null
          ? null
          : t.rich("checkpoint", {
              count: checkpoint.size,
              time: () => <Time key="time" at={checkpoint.created_at} format="exact" />,
              root: () => (
                <code key="root" className="break-all font-mono text-xs">
                  {checkpoint.root}
                </code>
              ),
            })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable by keyboard (axe scrollable-region-focusable). */}
      <section tabIndex={0} aria-label={t("entries")} className="overflow-x-auto print:overflow-visible">
        <table className="w-full min-w-[52rem] border-separate border-spacing-0 text-left text-sm print:min-w-0 print:text-2xs">
          <thead>
            <tr className="text-ink-muted">
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={`${cell} font-medium`}>
                  {columns(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.seq} className="break-inside-avoid">
                <td className={`${cell} num`}>{event.seq}</td>
                <td className={`${cell} num whitespace-nowrap`}>
                  {event.time.replace("T", " ").replace(/\.\d+Z$/, "")}
                </td>
                <td className={cell}>{eventWords(event.type, words.events)}</td>
                <td className={cell}>{event.actor.name}</td>
                <td className={cell}>{event.effect === null ? "" : words.effects(event.effect)}</td>
                <td className={`${cell} font-mono`}>{event.action}</td>
                <td className={`${cell} font-mono`}>{event.resource_type}</td>
                <td className={`${cell} font-mono text-2xs`}>
                  {/* Broken in its middle or not at all: halves are easy to compare by eye. */}
                  <span className="whitespace-nowrap">{event.hash.slice(0, 32)}</span>
                  <wbr />
                  <span className="whitespace-nowrap">{event.hash.slice(32)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
