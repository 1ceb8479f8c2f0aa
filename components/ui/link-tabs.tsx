import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { tabStyles, tabsListStyles } from "./tab-styles";

export interface LinkTab {
  href: string;
  label: ReactNode;
  count?: number | undefined;
  current: boolean;
}

interface LinkTabsProps {
  items: readonly LinkTab[];
  "aria-label": string;
  className?: string | undefined;
}

/** Tabs whose views have URLs: a navigation, drawn like tabs. */
export function LinkTabs({ items, className, ...rest }: LinkTabsProps) {
  return (
    <nav aria-label={rest["aria-label"]} className={cn(tabsListStyles, className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? "page" : undefined}
          className={tabStyles}
        >
          {item.label}
          {item.count === undefined ? null : <span className="num text-ink-faint text-sm">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
