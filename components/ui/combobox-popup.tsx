"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { ComboboxClosers } from "./combobox-closers";
import { popupItemStyles, popupStyles } from "./popup-styles";

export interface ComboboxOption {
  value: string;
  label: string;
  description?: string;
}

interface ComboboxPopupProps {
  emptyText?: string | undefined;
  mono?: boolean | undefined;
}

/** The list that both comboboxes open. */
export function ComboboxPopup({ emptyText, mono }: ComboboxPopupProps) {
  const t = useTranslations("ui.combobox");
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-popover">
        <Base.Popup className={cn(popupStyles, "w-(--anchor-width) min-w-56 max-w-(--available-width)")}>
          <ComboboxClosers />
          <Base.Empty>
            <div className="px-2 py-3 text-center text-ink-faint text-sm">{emptyText ?? t("empty")}</div>
          </Base.Empty>
          <Base.List className="scroll-thin max-h-72 overflow-y-auto empty:hidden">
            {(option: ComboboxOption) => (
              <Base.Item key={option.value} value={option} className={cn(popupItemStyles, "pr-8")}>
                <span className="flex min-w-0 flex-col">
                  <span className={cn("truncate", mono && "font-mono text-sm")}>{option.label}</span>
                  {option.description ? (
                    <span className="truncate text-ink-faint text-sm">{option.description}</span>
                  ) : null}
                </span>
                <Base.ItemIndicator className="absolute right-2">
                  <Check className="size-4 text-accent-ink" />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
