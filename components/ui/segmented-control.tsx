"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  icon?: ReactNode;
  /** Needed when the label is an icon only. */
  "aria-label"?: string;
  disabled?: boolean;
}

interface SegmentedControlProps<Value extends string> {
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  size?: "sm" | "md";
  "aria-label": string;
  className?: string | undefined;
}

/** Exactly one of two to five, all of them seen: a radio group in the shape of a bar. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { segments, value, onValueChange, size = "md", className } = props;
  return (
    <RadioGroup
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      aria-label={props["aria-label"]}
      className={cn("inline-flex max-w-full rounded-md border border-line-strong bg-sunken p-0.5", className)}
    >
      {segments.map((segment) => (
        <Radio.Root
          key={segment.value}
          value={segment.value}
          disabled={segment.disabled ?? false}
          nativeButton
          render={<button type="button" />}
          aria-label={segment["aria-label"]}
          className={cn(
            "inline-flex min-w-0 flex-auto items-center justify-center gap-1.5 whitespace-nowrap rounded-sm px-2.5 font-medium text-ink-muted text-sm",
            "transition-colors duration-fast hover:text-ink pointer-coarse:min-h-10 [&_svg]:size-4",
            "data-checked:bg-surface data-checked:text-ink data-checked:shadow-control data-checked:ring-1 data-checked:ring-line-strong dark:data-checked:bg-pressed",
            "data-disabled:cursor-not-allowed data-disabled:opacity-50",
            size === "sm" ? "h-5.5" : "h-6.5",
          )}
        >
          {segment.icon}
          {segment.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
