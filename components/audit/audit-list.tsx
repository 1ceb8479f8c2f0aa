/* biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a table element does not allow. */
/* biome-ignore-all lint/a11y/useFocusableInteractive: the link in a row takes the focus. */
"use client";

import { ScrollText } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { useErrorWords } from "@/components/ui/error-words";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { AuditQuery } from "./audit-filter";
import type { AuditNames } from "./audit-names";
import { isWholeLog } from "./audit-page-key";
import { type PagesInSight, pageOfRow, useAuditRows } from "./audit-pages";
import { AuditRow, ROW_GRID } from "./audit-row";
import { useRowWindow } from "./use-row-window";

/** 56rem, the container width from which a row is one line. */
const WIDE_PX = 896;
const ROW_PX = { wide: 40, narrow: 68 };
/** While the scrollbar is dragged past thousands of pages, none of them is fetched. */
const SETTLE_MS = 60;

interface AuditListProps {
  query: AuditQuery;
  /** Entries of the whole log. */
  lastSeq: number;
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
  const { query, lastSeq, names, openSeq, hrefOf, onOpen } = props;
  const t = useTranslations("audit.list");
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const wide = useIsWide(frame);
  const [sight, setSight] = useState<PagesInSight>({ first: 0, last: 0 });
  const rows = useAuditRows(query, sight, isWholeLog(query) ? lastSeq : null);
  const { window: shown, reach } = useRowWindow(body, rows.count, wide ? ROW_PX.wide : ROW_PX.narrow);
  useSight(pageOfRow(shown.first), pageOfRow(Math.max(shown.first, shown.last - 1)), setSight);
  useRowKeys(frame, rows.count, reach);

  if (rows.loaded === 0 && rows.complete) {
    return <NothingFound filtered={props.filtered} onClear={props.onClearFilters} />;
  }
  return (
    <div ref={frame} className="@container min-w-0">
      <div
        role="table"
        aria-label={t("label")}
        aria-rowcount={rows.complete ? rows.count + 1 : -1}
        className="[--row:4.25rem] @4xl:[--row:2.5rem]"
      >
        <ListHead />
        <div
          ref={body}
          role="rowgroup"
          className="relative overflow-clip"
          style={{ height: `calc(var(--row) * ${shown.room})` }}
        >
          {indexes(shown.first, shown.last).map((index) => {
            const event = rows.at(index);
            return (
              <AuditRow
                key={index}
                index={index}
                place={index - shown.base}
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
      <ListFault error={rows.error} onRetry={rows.retry} />
      <p role="status" className="num border-line border-t px-4 py-2.5 text-ink-faint text-sm">
        {rows.complete
          ? t("all", { count: rows.count })
          : rows.loaded === 0
            ? t("loading")
            : t("soFar", { count: rows.loaded })}
      </p>
    </div>
  );
}

const indexes = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first) }, (_, place) => first + place);

const HEADS = ["seq", "time", "event", "who", "effect", "action", "resourceType", "policy"] as const;

function ListHead() {
  const t = useTranslations("audit.columns");
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
          <span key={head} role="columnheader" className={head === "policy" ? "hidden @[70rem]:block" : ""}>
            {t(head)}
          </span>
        ))}
      </div>
    </div>
  );
}

function ListFault({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useTranslations("audit.list");
  const errorWords = useErrorWords();
  if (error === null) return null;
  return (
    <Callout
      tone="negative"
      appearance="bar"
      live
      actions={<Button onClick={onRetry}>{t("retry")}</Button>}
      // Beside what is in sight, not at the end of a million rows.
      className="sticky bottom-0"
    >
      {errorWords(error)}
    </Callout>
  );
}

interface NothingFoundProps {
  filtered: boolean;
  onClear: () => void;
}

function NothingFound({ filtered, onClear }: NothingFoundProps) {
  const t = useTranslations("audit.list");
  return (
    <EmptyState
      icon={<ScrollText />}
      title={filtered ? t("none.title") : t("empty.title")}
      description={filtered ? t("none.text") : t("empty.text")}
      actions={filtered ? <Button onClick={onClear}>{t("none.clear")}</Button> : undefined}
    />
  );
}

/** Tells which pages are in sight: at once while the reader goes on page by page, after a moment's rest when they jump. */
function useSight(first: number, last: number, tell: (sight: PagesInSight) => void) {
  const told = useRef({ first, last });
  useEffect(() => {
    const settle = () => {
      told.current = { first, last };
      tell(told.current);
    };
    if (Math.abs(first - told.current.first) <= 2) return settle();
    const timer = setTimeout(settle, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [first, last, tell]);
}

/** Whether the list has room for columns. */
function useIsWide(frame: React.RefObject<HTMLDivElement | null>): boolean {
  const [wide, setWide] = useState(true);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWide(element.getBoundingClientRect().width >= WIDE_PX);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return wide;
}

/** j and k go from row to row; Enter opens, because the focus stands on the row's link. */
function useRowKeys(
  frame: React.RefObject<HTMLDivElement | null>,
  count: number,
  reach: (index: number) => void,
) {
  const t = useTranslations("audit");
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
    { keys: "j", label: t("list.next"), group: t("title"), run: () => go(1) },
    { keys: "k", label: t("list.previous"), group: t("title"), run: () => go(-1) },
  ]);
}
