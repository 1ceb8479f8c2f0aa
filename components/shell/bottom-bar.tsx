"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { CountBadge } from "@/components/ui/count-badge";
import { Deferred } from "@/components/ui/deferred";
import { currentItem, type NavItem } from "./nav-item";

const PLACES = 4;

const loadSheet = () => import("./places-sheet");

interface BottomBarProps {
  items: readonly NavItem[];
  path: string;
  pendingCount: number;
}

const slot =
  "relative flex min-w-0 flex-1 flex-col items-center justify-center gap-1 font-medium text-2xs text-ink-muted -outline-offset-4 [&_svg]:size-5";

/** Navigation on a phone: what fits under the thumb, the rest in a sheet. */
export function BottomBar({ items, path, pendingCount }: BottomBarProps) {
  const t = useTranslations("shell.nav");
  const current = currentItem(items, path);
  const all = items.length <= PLACES + 1;
  const shown = all ? items : items.slice(0, PLACES);
  const rest = all ? [] : items.slice(PLACES);
  const more = (
    <button type="button" className={cn(slot, rest.some((item) => item === current) && "text-accent-ink")}>
      <Ellipsis aria-hidden />
      {t("more")}
    </button>
  );
  return (
    <nav
      aria-label={t("label")}
      className="fixed inset-x-0 bottom-0 z-bar flex h-[calc(3.5rem+env(safe-area-inset-bottom))] border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      {shown.map((item) => (
        <Link
          key={item.id}
          href={item.href}
          aria-current={item === current ? "page" : undefined}
          className={cn(slot, item === current && "text-accent-ink")}
        >
          <span className="relative">
            {item.icon}
            {item.id === "inbox" ? (
              <CountBadge count={pendingCount} className="absolute -top-1.5 left-3" />
            ) : null}
          </span>
          <span className="max-w-full truncate px-1">{item.label}</span>
        </Link>
      ))}
      {rest.length > 0 ? (
        <Deferred load={loadSheet} popup="dialog" trigger={more}>
          {({ PlacesSheet }) => (
            <PlacesSheet trigger={more} items={items} current={current} pendingCount={pendingCount} />
          )}
        </Deferred>
      ) : null}
    </nav>
  );
}
