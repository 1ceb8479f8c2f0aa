"use client";

import { Progress as Base } from "@base-ui/react/progress";
import type { ReactNode } from "react";
import { useLocale } from "#i18n";
import { cn } from "./cn";
import { fillTone, type Tone } from "./tone";

interface ProgressProps {
  label: ReactNode;
  /** 0 to `max`; null while the end is unknown. */
  value: number | null;
  max?: number;
  tone?: Tone;
  /** What stands at the right, in place of the percentage: "12,400 of 1,000,000". */
  valueText?: string;
  hideLabel?: boolean;
  className?: string | undefined;
}

export function Progress({
  label,
  value,
  max = 100,
  tone = "accent",
  valueText,
  hideLabel,
  className,
}: ProgressProps) {
  const locale = useLocale();
  return (
    <Base.Root
      value={value}
      max={max}
      locale={locale}
      {...(valueText === undefined ? {} : { getAriaValueText: () => valueText })}
      className={cn("flex w-full flex-col gap-1.5", className)}
    >
      <div className={cn("flex items-baseline justify-between gap-3 text-sm", hideLabel && "sr-only")}>
        <Base.Label className="font-medium text-ink">{label}</Base.Label>
        <Base.Value className="num text-ink-muted">{(formatted) => valueText ?? formatted}</Base.Value>
      </div>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-pressed">
        <Base.Indicator
          className={cn(
            "block h-full rounded-full transition-[width] duration-slow data-indeterminate:indeterminate data-indeterminate:w-1/3",
            fillTone[tone],
          )}
        />
      </Base.Track>
    </Base.Root>
  );
}
