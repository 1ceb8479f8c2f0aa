"use client";

import { useSortable } from "@dnd-kit/sortable";
import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, GripVertical, MoreVertical } from "lucide-react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { PolicyView } from "@/lib/contracts/policies";
import { storedSentence } from "../stored-sentence";
import { usePolicyLanguage } from "../use-policy-language";

interface OrderRowProps {
  policy: PolicyView;
  place: number;
  count: number;
  /** Null where it keeps its number. */
  becomes: number | null;
  onMove: (place: number) => void;
}

/** A rule that can be put elsewhere: by its handle, or without dragging by its menu (WCAG 2.2, 2.5.7). */
export function OrderRow({ policy, place, count, becomes, onMove }: OrderRowProps) {
  const t = useTranslations("policies.reorder");
  const row = useTranslations("policies.row");
  const language = usePolicyLanguage();
  const name = policy.display_name;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({
      id: policy.id,
      attributes: { roleDescription: t("role") },
    });
  return (
    <li
      ref={setNodeRef}
      style={{
        transform: transform === null ? undefined : `translate3d(0, ${transform.y}px, 0)`,
        transition,
      }}
      className={cn(
        "relative flex min-w-0 items-center gap-2 bg-surface px-2 py-1.5 sm:gap-3",
        isDragging && "z-10 rounded-md shadow-popover ring-1 ring-accent-line",
        becomes !== null && !isDragging && "bg-accent-soft",
      )}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t("handle", { name })}
        className="flex size-8 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-ink-faint hover:bg-hover hover:text-ink active:cursor-grabbing pointer-coarse:size-11"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <Place priority={policy.priority} becomes={becomes} />
      <div className="flex min-w-0 flex-1 flex-col gap-x-3 gap-y-0.5 sm:grid sm:grid-cols-[9.75rem_minmax(0,1fr)] sm:items-center">
        <span className="flex flex-wrap items-center gap-1.5">
          <EffectBadge size="sm" effect={policy.effect} label={row(`effects.${policy.effect}`)} />
          {policy.enabled ? null : (
            <Badge size="sm" appearance="outline">
              {row("disabled")}
            </Badge>
          )}
        </span>
        <div className="min-w-0">
          <p className="break-words font-semibold text-ink">{name}</p>
          <p className="truncate text-ink-muted text-sm max-sm:hidden">{storedSentence(policy, language)}</p>
        </div>
      </div>
      <Menu
        trigger={
          <IconButton label={t("menu", { name })} tooltip={false}>
            <MoreVertical aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<ArrowUpToLine aria-hidden />} disabled={place === 0} onSelect={() => onMove(0)}>
          {t("toTop")}
        </MenuItem>
        <MenuItem icon={<ArrowUp aria-hidden />} disabled={place === 0} onSelect={() => onMove(place - 1)}>
          {t("up")}
        </MenuItem>
        <MenuItem
          icon={<ArrowDown aria-hidden />}
          disabled={place === count - 1}
          onSelect={() => onMove(place + 1)}
        >
          {t("down")}
        </MenuItem>
        <MenuItem
          icon={<ArrowDownToLine aria-hidden />}
          disabled={place === count - 1}
          onSelect={() => onMove(count - 1)}
        >
          {t("toEnd")}
        </MenuItem>
      </Menu>
    </li>
  );
}

/** The number that says when the rule is looked at, and the one it gets. */
function Place({ priority, becomes }: { priority: number; becomes: number | null }) {
  const t = useTranslations("policies.reorder");
  const row = useTranslations("policies.row");
  return (
    <span className="num flex w-11 shrink-0 flex-col items-center rounded-md border border-line bg-sunken py-0.5 font-medium text-ink-muted text-sm leading-5">
      {becomes === null ? (
        <>
          <span className="sr-only">{row("priority")} </span>
          {priority}
        </>
      ) : (
        <>
          <span className="sr-only">{t("becomesLabel", { from: priority, to: becomes })}</span>
          <span aria-hidden className="text-ink-faint text-xs line-through">
            {priority}
          </span>
          <span aria-hidden className="font-semibold text-accent-ink">
            {becomes}
          </span>
        </>
      )}
    </span>
  );
}
