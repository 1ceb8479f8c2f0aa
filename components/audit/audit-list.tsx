/* biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a table element does not allow. */
/* biome-ignore-all lint/a11y/useFocusableInteractive: the link in a row takes the focus. */
"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { ScrollText } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format-number";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { AuditQuery } from "./audit-filter";
import type { AuditNames } from "./audit-names";
import { pageOfRow, useAuditRows } from "./audit-pages";
import { AuditRow, ROW_GRID } from "./audit-row";

/** 56rem, the container width from which a row is one line. */
const WIDE_PX = 896;
const ROW_PX = { wide: 40, narrow: 68 };
const FIRST_PAINT = { width: 1280, height: 900 };

interface AuditListProps {
  query: AuditQuery;
  names: AuditNames;
  /** The entry that is open. */
  openSeq: number | null;
  hrefOf: (seq: number) => string;
  onOpen: (seq: number) => void;
  filtered: boolean;
  onClearFilters: () => void;
}

/** The log in rows: only those in sight stand in the page, whatever the length of the log. */
export function AuditList(props: AuditListProps) {
  const { query, names, openSeq, hrefOf, onOpen } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { wide, margin } = usePlace(frame);
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const rows = useAuditRows(query, sight);
  const virtualizer = useWindowVirtualizer({
    count: rows.count,
    estimateSize: () => (wide ? ROW_PX.wide : ROW_PX.narrow),
    overscan: 12,
    scrollMargin: margin,
    initialRect: FIRST_PAINT,
  });
  const items = virtualizer.getVirtualItems();
  // By pages and not by rows, so that most scrolling asks for nothing and draws once.
  const first = pageOfRow(items[0]?.index ?? 0);
  const last = pageOfRow(items.at(-1)?.index ?? 0);
  useEffect(() => setSight({ first, last }), [first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row's height changes with the layout only.
  useEffect(() => virtualizer.measure(), [wide]);
  useRowKeys(frame, rows.count, (index) => virtualizer.scrollToIndex(index, { align: "auto" }));

  if (rows.loaded === 0 && rows.complete) {
    return <NothingFound filtered={props.filtered} onClear={props.onClearFilters} />;
  }
  return (
    <div ref={frame} className="@container min-w-0">
      <div
        role="table"
        aria-label="Entries of the audit log"
        aria-rowcount={rows.complete ? rows.count + 1 : -1}
        className="[--row:4.25rem] @4xl:[--row:2.5rem]"
      >
        <ListHead />
        <div role="rowgroup" className="relative" style={{ height: `calc(var(--row) * ${rows.count})` }}>
          {items.map(({ index }) => {
            const event = rows.at(index);
            return (
              <AuditRow
                key={index}
                index={index}
                event={event}
                names={names}
                selected={event !== null && event.seq === openSeq}
                href={event === null ? "" : hrefOf(event.seq)}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
      {rows.error === null ? null : (
        <Callout
          tone="negative"
          appearance="bar"
          live
          actions={<Button onClick={rows.retry}>Try again</Button>}
        >
          {rows.error.message}
        </Callout>
      )}
      <p role="status" className="num border-line border-t px-4 py-2.5 text-ink-faint text-sm">
        {rows.complete
          ? `${formatCount(rows.count)} ${rows.count === 1 ? "entry" : "entries"}, all shown`
          : rows.loaded === 0
            ? "Loading…"
            : `${formatCount(rows.loaded)} entries so far; scroll for more`}
      </p>
    </div>
  );
}

const HEADS = ["#", "Time", "What happened", "Who", "Effect", "Action", "Resource type", "Policy"];

function ListHead() {
  return (
    <div role="rowgroup" className="sr-only @4xl:not-sr-only @4xl:sticky! @4xl:top-13 @4xl:z-10">
      <div
        role="row"
        aria-rowindex={1}
        className={cn(
          "grid h-8 items-center gap-x-3 border-line border-b bg-sunken px-4 font-medium text-ink-muted text-xs",
          ROW_GRID,
        )}
      >
        {HEADS.map((head) => (
          <span key={head} role="columnheader" className={head === "Policy" ? "hidden @[70rem]:block" : ""}>
            {head}
          </span>
        ))}
      </div>
    </div>
  );
}

interface NothingFoundProps {
  filtered: boolean;
  onClear: () => void;
}

function NothingFound({ filtered, onClear }: NothingFoundProps) {
  return (
    <EmptyState
      icon={<ScrollText />}
      title={filtered ? "No entry passes these filters" : "The log is empty"}
      description={
        filtered
          ? "Nothing of this kind has happened, or it happened outside the days chosen."
          : "Every decision and every change is written here the moment it happens."
      }
      actions={filtered ? <Button onClick={onClear}>Clear filters</Button> : undefined}
    />
  );
}

/** Where the list begins on the page, and whether it has room for columns. */
function usePlace(frame: React.RefObject<HTMLDivElement | null>) {
  const [place, setPlace] = useState({ wide: true, margin: 0 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      const { top, width } = element.getBoundingClientRect();
      const next = { wide: width >= WIDE_PX, margin: Math.round(top + window.scrollY) };
      setPlace((now) => (now.wide === next.wide && now.margin === next.margin ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return place;
}

/** j and k go from row to row; Enter opens, because the focus stands on the row's link. */
function useRowKeys(
  frame: React.RefObject<HTMLDivElement | null>,
  count: number,
  reach: (index: number) => void,
) {
  const active = useRef(-1);
  const go = (step: number) => {
    active.current = Math.min(Math.max(active.current + step, 0), Math.max(count - 1, 0));
    reach(active.current);
    const link = () =>
      frame.current?.querySelector<HTMLElement>(`[aria-rowindex="${active.current + 2}"] a[data-seq]`);
    // The row may come into the page only with the scroll.
    requestAnimationFrame(() => requestAnimationFrame(() => link()?.focus({ preventScroll: true })));
  };
  useShortcuts([
    { keys: "j", label: "Next entry", group: "Audit log", run: () => go(1) },
    { keys: "k", label: "Previous entry", group: "Audit log", run: () => go(-1) },
  ]);
}
