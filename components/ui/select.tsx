"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { cn } from "./cn";
import { popupGroupLabelStyles, popupItemStyles, popupStyles } from "./popup-styles";
import { SelectFace, type SelectOption, selectStyles } from "./select-face";

export type { SelectOption } from "./select-face";

export interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  value?: Value | null;
  defaultValue?: Value | null;
  onValueChange?: (value: Value) => void;
  placeholder?: string;
  name?: string;
  id?: string;
  disabled?: boolean;
  required?: boolean;
  invalid?: boolean;
  size?: "sm" | "md" | "lg";
  /** Opened as soon as it is there, for one whose button was pressed while it was on its way. */
  defaultOpen?: boolean;
  /** Needed where no Field names it. */
  "aria-label"?: string;
  className?: string | undefined;
}

/** One of a handful. From about ten options on, a Combobox finds faster. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, defaultValue, onValueChange, placeholder, size, invalid, className } = props;
  return (
    <Base.Root
      items={options}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      onValueChange={(next) => next !== null && onValueChange?.(next as Value)}
      name={props.name}
      id={props.id}
      disabled={props.disabled ?? false}
      required={props.required ?? false}
      defaultOpen={props.defaultOpen ?? false}
      modal={false}
    >
      <Base.Trigger
        aria-label={props["aria-label"]}
        {...(invalid ? { "aria-invalid": true } : {})}
        className={cn(selectStyles({ size }), className)}
      >
        <Base.Value className="min-w-0 flex-1">
          {(chosen: string | null) => (
            <SelectFace option={options.find(({ value }) => value === chosen)} placeholder={placeholder} />
          )}
        </Base.Value>
        <Base.Icon className="text-ink-faint">
          <ChevronsUpDown className="size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-popover">
          <Base.Popup className={cn(popupStyles, "min-w-(--anchor-width)")}>
            <Base.List>
              {inGroups(options).map(({ heading, members }) =>
                heading === undefined ? (
                  members.map(itemOf)
                ) : (
                  <Base.Group key={heading}>
                    <Base.GroupLabel className={popupGroupLabelStyles}>{heading}</Base.GroupLabel>
                    {members.map(itemOf)}
                  </Base.Group>
                ),
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function itemOf(option: SelectOption) {
  return (
    <Base.Item
      key={option.value}
      value={option.value}
      disabled={option.disabled ?? false}
      className={cn(popupItemStyles, "pr-8")}
    >
      {option.icon}
      <span className="flex min-w-0 flex-col">
        <Base.ItemText>{option.label}</Base.ItemText>
        {option.description ? <span className="text-ink-faint text-sm">{option.description}</span> : null}
      </span>
      <Base.ItemIndicator className="absolute right-3">
        <Check className="size-4 text-accent-ink" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}

interface OptionGroup {
  heading: string | undefined;
  members: SelectOption[];
}

function inGroups(options: readonly SelectOption[]): OptionGroup[] {
  const groups: OptionGroup[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last !== undefined && last.heading === option.group) last.members.push(option);
    else groups.push({ heading: option.group, members: [option] });
  }
  return groups;
}
