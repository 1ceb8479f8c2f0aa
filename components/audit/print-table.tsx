"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format-number";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import type { AuditEvent } from "@/lib/contracts/audit";
import type { AuditFilter } from "./audit-filter";
import { activeFilters, FILTER_LABELS, filterText } from "./audit-filters";
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
const cell = "border-line border-b px-2 py-1 align-top";

/** The list for paper: every entry with its hash, so that the sheet can be held against an export. */
export function PrintTable({ organization, person, filter, events, more, checkpoint }: PrintTableProps) {
  const effects = useTranslations("decision.effects");
  const filters = activeFilters(filter).map(
    ([name, value]) => `${FILTER_LABELS[name]}: ${filterText(name, value, NO_NAMES, effects)}`,
  );
  return (
    <>
      <PageHeader
        title={`Audit log of ${organization}`}
        description={filters.length === 0 ? "All entries." : filters.join("; ")}
        actions={
          <span className="flex gap-2 print:hidden">
            <LinkButton href="/audit">Back to the log</LinkButton>
            <Button variant="primary" iconStart={<Printer aria-hidden />} onClick={() => window.print()}>
              Print
            </Button>
          </span>
        }
      />
      <p className="pb-3 text-ink-muted text-sm">
        {formatCount(events.length)} {events.length === 1 ? "entry" : "entries"}
        {more ? " (more pass the filters; export the log to have them all)" : ""}, for {person}.{" "}
        {checkpoint === null ? null : (
          <>
            Latest checkpoint: {formatCount(checkpoint.size)} entries, signed{" "}
            <Time at={checkpoint.created_at} format="exact" />, root{" "}
            <code className="break-all font-mono text-xs">{checkpoint.root}</code>
          </>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable by keyboard (axe scrollable-region-focusable). */}
      <section tabIndex={0} aria-label="Entries" className="overflow-x-auto print:overflow-visible">
        <table className="w-full min-w-[52rem] border-separate border-spacing-0 text-left text-sm print:min-w-0 print:text-2xs">
          <thead>
            <tr className="text-ink-muted">
              {["#", "Time (UTC)", "What happened", "Who", "Effect", "Action", "Resource type", "Hash"].map(
                (head) => (
                  <th key={head} scope="col" className={`${cell} font-medium`}>
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.seq} className="break-inside-avoid">
                <td className={`${cell} num`}>{event.seq}</td>
                <td className={`${cell} num whitespace-nowrap`}>
                  {event.time.replace("T", " ").replace(/\.\d+Z$/, "")}
                </td>
                <td className={cell}>{eventWords(event.type)}</td>
                <td className={cell}>{event.actor.name}</td>
                <td className={cell}>{event.effect === null ? "" : effects(event.effect)}</td>
                <td className={`${cell} font-mono`}>{event.action}</td>
                <td className={`${cell} font-mono`}>{event.resource_type}</td>
                <td className={`${cell} break-all font-mono text-2xs`}>{event.hash}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
