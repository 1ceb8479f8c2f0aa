"use client";

import { type ComponentProps, type ReactElement, useState } from "react";
import { useTranslations } from "#i18n";
import { Popover } from "@/components/ui/popover";
import { FilterForm } from "./filter-form";

interface FilterPopoverProps extends Omit<ComponentProps<typeof FilterForm>, "onDone"> {
  trigger: ReactElement<Record<string, unknown>>;
}

/** The filters of the log, over it; opened as soon as it is there. */
export function FilterPopover({ trigger, ...form }: FilterPopoverProps) {
  const t = useTranslations("audit.filters");
  const [open, setOpen] = useState(true);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={t("title")}
      className="w-[min(26rem,calc(100vw-2rem))]"
    >
      <FilterForm {...form} onDone={() => setOpen(false)} />
    </Popover>
  );
}
