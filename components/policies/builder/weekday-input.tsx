"use client";

import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { WEEKDAYS, type Weekday } from "@/lib/policy";

interface WeekdayInputProps {
  days: readonly string[];
  onDaysChange: (days: string[]) => void;
  label: string;
}

/** Seven buttons that are pressed or not; the order in which days were written stays. */
export function WeekdayInput({ days, onDaysChange, label }: WeekdayInputProps) {
  const t = useTranslations("policies.builder.weekdays");
  const toggle = (day: Weekday) => {
    if (days.includes(day)) onDaysChange(days.filter((one) => one !== day));
    else onDaysChange([...days, day]);
  };
  return (
    <fieldset aria-label={label} className="flex flex-wrap gap-1">
      {WEEKDAYS.map((day) => (
        <button
          key={day}
          type="button"
          aria-pressed={days.includes(day)}
          onClick={() => toggle(day)}
          className={cn(
            "h-8 min-w-11 rounded-md border px-2 font-medium text-sm transition-colors duration-fast pointer-coarse:min-h-11",
            days.includes(day)
              ? "border-accent bg-accent-soft text-accent-ink"
              : "border-field bg-surface text-ink-muted hover:bg-hover",
          )}
        >
          <span aria-hidden>{t(`short.${day}`)}</span>
          <span className="sr-only">{t(`long.${day}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
