"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { tabStyles, tabsListStyles } from "./tab-styles";

export interface TabItem<Value extends string> {
  value: Value;
  label: ReactNode;
  count?: number | undefined;
  panel: ReactNode;
}

interface TabsProps<Value extends string> {
  items: readonly TabItem<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  "aria-label": string;
  /** Keeps the panels' state while another is shown. */
  keepMounted?: boolean;
  className?: string | undefined;
}

/** Views within one page. Where each view has its own URL, use LinkTabs. */
export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { items, value, defaultValue, onValueChange, keepMounted = false, className } = props;
  return (
    <Base.Root
      {...(value === undefined ? { defaultValue: defaultValue ?? items[0]?.value } : { value })}
      onValueChange={(next: Value) => onValueChange?.(next)}
      className={cn("flex min-w-0 flex-col", className)}
    >
      <Base.List aria-label={props["aria-label"]} className={tabsListStyles}>
        {items.map((item) => (
          <Base.Tab key={item.value} value={item.value} className={tabStyles}>
            {item.label}
            {item.count === undefined ? null : (
              <span className="num text-ink-faint text-sm">{item.count}</span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel key={item.value} value={item.value} keepMounted={keepMounted} className="min-w-0 pt-4">
          {item.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
