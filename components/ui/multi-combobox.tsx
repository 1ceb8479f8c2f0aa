"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { X } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { type ComboboxOption, ComboboxPopup } from "./combobox-popup";
import { controlStyles } from "./control-styles";
import { keepValueOnEscape } from "./keep-value-on-escape";

interface MultiComboboxProps {
  options: readonly ComboboxOption[];
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
  placeholder?: string;
  emptyText?: string;
  disabled?: boolean;
  invalid?: boolean;
  id?: string;
  "aria-label"?: string;
  className?: string | undefined;
}

/** Several of many; chosen ones stand as removable chips in the field. */
export function MultiCombobox(props: MultiComboboxProps) {
  const t = useTranslations("ui");
  const { options, values, onValuesChange, className } = props;
  const items = useMemo(() => {
    const unknown = values.filter((value) => !options.some((option) => option.value === value));
    return [...options, ...unknown.map((value): ComboboxOption => ({ value, label: value }))];
  }, [options, values]);
  const selected = items.filter((option) => values.includes(option.value));
  return (
    <Base.Root
      multiple
      items={items}
      value={selected}
      onValueChange={(next: ComboboxOption[]) => onValuesChange(next.map((option) => option.value))}
      isItemEqualToValue={(one: ComboboxOption, other: ComboboxOption) => one.value === other.value}
      disabled={props.disabled ?? false}
      autoHighlight
    >
      <Base.InputGroup
        className={cn(
          controlStyles(),
          "flex h-auto min-h-8 items-center p-1 focus-within:border-focus focus-within:outline focus-within:outline-focus",
          props.invalid && "border-negative",
          className,
        )}
      >
        <Base.Chips className="flex w-full flex-wrap items-center gap-1">
          {selected.map((option) => (
            <Base.Chip
              key={option.value}
              aria-label={option.label}
              className="inline-flex h-6 max-w-full items-center rounded-sm bg-sunken pl-1.5 text-sm data-highlighted:bg-accent-soft"
            >
              <span className="truncate">{option.label}</span>
              <Base.ChipRemove
                aria-label={t("tag.removeNamed", { name: option.label })}
                className="tap-target flex size-5 items-center justify-center text-ink-faint hover:text-ink"
              >
                <X className="size-3.5" />
              </Base.ChipRemove>
            </Base.Chip>
          ))}
          <Base.Input
            onKeyDown={keepValueOnEscape}
            id={props.id}
            aria-label={props["aria-label"]}
            {...(props.invalid ? { "aria-invalid": true } : {})}
            placeholder={selected.length === 0 ? (props.placeholder ?? t("combobox.placeholder")) : ""}
            className="h-6 min-w-20 flex-1 bg-transparent px-1.5 text-base outline-none"
          />
        </Base.Chips>
      </Base.InputGroup>
      <ComboboxPopup emptyText={props.emptyText} />
    </Base.Root>
  );
}
