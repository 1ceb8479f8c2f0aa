"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { ChevronsUpDown, X } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { type ComboboxOption, ComboboxPopup } from "./combobox-popup";
import { controlStyles } from "./control-styles";
import { keepValueOnEscape } from "./keep-value-on-escape";

interface ComboboxProps {
  options: readonly ComboboxOption[];
  /** The chosen option's value; null when nothing is chosen. */
  value: string | null;
  onValueChange: (value: string | null) => void;
  /** Takes what was typed as a value of its own when no option matches. */
  allowCustom?: boolean;
  /** May be emptied with a button. */
  clearable?: boolean;
  placeholder?: string;
  emptyText?: string;
  mono?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  size?: "sm" | "md" | "lg";
  id?: string;
  "aria-label"?: string;
  className?: string | undefined;
}

function matches(option: ComboboxOption, query: string): boolean {
  const text = `${option.label} ${option.value} ${option.description ?? ""}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** One of many, found by typing; matches label, value and description. */
export function Combobox(props: ComboboxProps) {
  const {
    options,
    value,
    onValueChange,
    allowCustom = false,
    clearable = false,
    mono,
    size,
    className,
  } = props;
  const t = useTranslations("ui.combobox");
  const useAsTyped = t("useAsTyped");
  const [query, setQuery] = useState("");
  const items = useMemo(() => {
    const known = [...options];
    const custom = query.trim();
    const has = (candidate: string) =>
      known.some((option) => option.value === candidate || option.label === candidate);
    if (value !== null && !has(value)) known.push({ value, label: value });
    if (allowCustom && custom !== "" && !has(custom))
      known.push({ value: custom, label: custom, description: useAsTyped });
    return known;
  }, [options, query, value, allowCustom, useAsTyped]);
  const selected = items.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={items}
      value={selected}
      onValueChange={(next: ComboboxOption | null) => onValueChange(next?.value ?? null)}
      onInputValueChange={(text, details) => setQuery(details.reason === "input-change" ? text : "")}
      isItemEqualToValue={(one: ComboboxOption, other: ComboboxOption) => one.value === other.value}
      filter={matches}
      autoHighlight
      disabled={props.disabled ?? false}
    >
      <Base.InputGroup className={cn("relative flex w-full items-center", className)}>
        <Base.Input
          onKeyDown={keepValueOnEscape}
          id={props.id}
          aria-label={props["aria-label"]}
          {...(props.invalid ? { "aria-invalid": true } : {})}
          placeholder={props.placeholder ?? t("placeholder")}
          className={cn(controlStyles({ size }), clearable ? "pr-14" : "pr-8", mono && "font-mono text-sm")}
        />
        <span className="absolute right-1 flex items-center">
          {clearable ? (
            <Base.Clear
              aria-label={t("clear")}
              className="flex size-6 items-center justify-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
            >
              <X className="size-3.5" />
            </Base.Clear>
          ) : null}
          <Base.Trigger
            aria-label={t("show")}
            className="flex size-6 items-center justify-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
          >
            <ChevronsUpDown className="size-3.5" />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      <ComboboxPopup emptyText={props.emptyText} mono={mono} />
    </Base.Root>
  );
}
