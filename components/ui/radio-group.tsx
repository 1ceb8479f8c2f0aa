"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
}

interface RadioGroupProps<Value extends string> {
  options: readonly RadioOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  name?: string;
  disabled?: boolean;
  /** `cards` frames each option: for few options that need a sentence each. */
  appearance?: "plain" | "cards";
  "aria-label"?: string;
  "aria-labelledby"?: string;
  className?: string | undefined;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { options, value, defaultValue, onValueChange, appearance = "plain", className, ...rest } = props;
  return (
    <Base
      {...rest}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      onValueChange={(next) => onValueChange?.(next as Value)}
      className={cn("flex flex-col", appearance === "cards" ? "gap-2" : "gap-2.5", className)}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio within is the control; it renders its own input.
        <label
          key={option.value}
          className={cn(
            "flex items-start gap-2.5 pointer-coarse:min-h-11",
            option.disabled && "opacity-55",
            appearance === "cards" &&
              "rounded-lg border border-line-strong bg-surface p-3 transition-colors hover:bg-hover has-data-checked:border-accent has-data-checked:bg-accent-soft",
          )}
        >
          <span className="flex h-5 items-center">
            <Radio.Root
              value={option.value}
              disabled={option.disabled ?? false}
              className="flex size-4 shrink-0 items-center justify-center rounded-full border border-field bg-surface transition-colors data-checked:border-accent data-checked:bg-accent"
            >
              <Radio.Indicator className="size-1.5 rounded-full bg-accent-on data-unchecked:hidden" />
            </Radio.Root>
          </span>
          <span className="flex flex-col gap-0.5">
            <span className="text-base text-ink">{option.label}</span>
            {option.description ? <span className="text-ink-muted text-sm">{option.description}</span> : null}
          </span>
        </label>
      ))}
    </Base>
  );
}
