"use client";

import { type ReactElement, useState } from "react";
import { useTranslations } from "#i18n";
import { Drawer } from "@/components/ui/drawer";
import type { NavItem } from "./nav-item";
import { NavLinks } from "./nav-links";

interface PlacesSheetProps {
  trigger: ReactElement<Record<string, unknown>>;
  items: readonly NavItem[];
  current: NavItem | undefined;
  pendingCount: number;
}

/** All places, in a sheet from below; opened as soon as it is there. */
export function PlacesSheet({ trigger, items, current, pendingCount }: PlacesSheetProps) {
  const t = useTranslations("shell.nav");
  const [open, setOpen] = useState(true);
  return (
    <Drawer open={open} onOpenChange={setOpen} title={t("all")} trigger={trigger}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: closes the sheet after any link within was followed, by key too, since links turn Enter into a click. */}
      <div className="flex flex-col gap-1" onClick={() => setOpen(false)}>
        <NavLinks items={items} current={current} pendingCount={pendingCount} />
      </div>
    </Drawer>
  );
}
