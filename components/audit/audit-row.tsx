/* biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a table element does not allow. */
/* biome-ignore-all lint/a11y/useFocusableInteractive: the link in a row takes the focus. */
"use client";

import { memo } from "react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { AuditEvent } from "@/lib/contracts/audit";
import type { AuditNames } from "./audit-names";
import { eventWords } from "./event-words";

/** Columns at a desk; below that width a row is a card of two lines. */
export const ROW_GRID =
  "@4xl:grid-cols-[4.75rem_10.5rem_minmax(9rem,1.2fr)_minmax(8rem,1.1fr)_8.75rem_minmax(7rem,1fr)_minmax(7rem,.9fr)] @[70rem]:grid-cols-[4.75rem_10.5rem_minmax(9rem,1.1fr)_minmax(8rem,1fr)_8.75rem_minmax(7rem,.9fr)_minmax(7rem,.9fr)_minmax(9rem,1.4fr)]";

interface AuditRowProps {
  index: number;
  /** Rows between it and the frame's top. */
  place: number;
  event: AuditEvent | null;
  names: AuditNames;
  selected: boolean;
  href: string;
  onOpen: (seq: number) => void;
}

export const AuditRow = memo(function AuditRow({
  index,
  place,
  event,
  names,
  selected,
  href,
  onOpen,
}: AuditRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ top: `calc(var(--row) * ${place})` }}
      className={cn(
        // Contained: while the list scrolls, no row is laid out or painted for another's sake.
        "group/row absolute inset-x-0 grid h-(--row) content-center items-center gap-x-3 border-line border-b px-4 contain-strict hover:bg-hover",
        "grid-cols-[minmax(0,1fr)_auto_auto] gap-y-1 @4xl:gap-y-0",
        ROW_GRID,
        selected && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      {event === null ? <RowSkeleton /> : <RowCells {...{ event, names, href, onOpen }} />}
    </div>
  );
});

interface RowCellsProps extends Pick<AuditRowProps, "names" | "href" | "onOpen"> {
  event: AuditEvent;
}

const cell = "min-w-0 truncate";

function RowCells({ event, names, href, onOpen }: RowCellsProps) {
  const events = useTranslations("audit.events");
  const format = useFormats();
  const policy = event.policy_id === null ? null : (names.policies.get(event.policy_id) ?? event.policy_id);
  return (
    <>
      <span role="cell" className={cn(cell, "num hidden text-ink-faint text-sm @4xl:block")}>
        {format.count(event.seq)}
      </span>
      <span
        role="cell"
        className={cn(
          cell,
          "order-4 col-span-2 text-right text-ink-muted text-sm @4xl:order-none @4xl:col-span-1 @4xl:text-left",
        )}
      >
        <Time at={event.time} format="datetime" />
      </span>
      <span role="cell" className={cn(cell, "order-1 col-span-2 @4xl:order-none @4xl:col-span-1")}>
        <a
          href={href}
          data-seq={event.seq}
          onClick={(press) => {
            if (press.metaKey || press.ctrlKey || press.shiftKey || press.button !== 0) return;
            press.preventDefault();
            onOpen(event.seq);
          }}
          className="font-medium text-ink outline-none after:absolute after:inset-0 after:content-[''] focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          {eventWords(event.type, events)}
          {event.action === null ? null : (
            <span className="font-mono font-normal text-ink-muted text-xs @4xl:hidden">
              {" "}
              · {event.action}
            </span>
          )}
        </a>
      </span>
      <span
        role="cell"
        className={cn(cell, "order-3 text-ink-muted text-sm @4xl:order-none @4xl:text-base @4xl:text-ink")}
      >
        {event.actor.name}
      </span>
      <span role="cell" className="order-2 flex justify-end @4xl:order-none @4xl:justify-start">
        {event.effect === null ? null : <EffectBadge effect={event.effect} size="sm" />}
      </span>
      <span role="cell" className={cn(cell, "hidden font-mono text-sm @4xl:block")}>
        {event.action}
      </span>
      <span role="cell" className={cn(cell, "hidden font-mono text-ink-muted text-sm @4xl:block")}>
        {event.resource_type}
      </span>
      <span
        role="cell"
        className={cn(cell, "hidden text-ink-muted text-sm @[70rem]:block")}
        title={policy ?? undefined}
      >
        {policy}
      </span>
    </>
  );
}

function RowSkeleton() {
  const t = useTranslations("audit.list");
  return (
    <>
      <span role="cell" className="order-1 @4xl:order-none">
        <span className="sr-only">{t("loadingRow")}</span>
        <Skeleton className="w-3/4" />
      </span>
      <span role="cell" className="order-2 @4xl:order-none">
        <Skeleton className="w-24" />
      </span>
      <span role="cell" className="order-3 @4xl:order-none">
        <Skeleton className="w-2/3" />
      </span>
    </>
  );
}
