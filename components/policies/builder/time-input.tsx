"use client";

import { useTranslations } from "#i18n";
import { Input } from "@/components/ui/input";

interface TimeInputProps {
  value: string;
  onValueChange: (value: string) => void;
  label: string;
  invalid: boolean;
}

const UTC_INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::00)?Z$/;

/** An instant: by the browser's own picker in UTC; one with seconds or an offset stays as it was written. */
export function InstantInput({ value, onValueChange, label, invalid }: TimeInputProps) {
  const t = useTranslations("policies.builder.literals");
  const local = UTC_INSTANT.exec(value)?.[1] ?? (value === "" ? "" : null);
  if (local === null) {
    return (
      <Input
        aria-label={label}
        mono
        invalid={invalid}
        value={value}
        placeholder="2026-11-23T14:30:00Z"
        onChange={(event) => onValueChange(event.target.value)}
      />
    );
  }
  return (
    <Input
      type="datetime-local"
      aria-label={t("inUtc", { label })}
      invalid={invalid}
      value={local}
      onChange={(event) => onValueChange(event.target.value === "" ? "" : `${event.target.value}:00Z`)}
      end={<span className="pointer-events-none">UTC</span>}
    />
  );
}

/** A time of day from 00:00 to 23:59; what the browser's field cannot show is shown as text. */
export function TimeOfDayInput({ value, onValueChange, label, invalid }: TimeInputProps) {
  const plain = value === "" || /^\d\d:\d\d$/.test(value);
  return (
    <Input
      type={plain ? "time" : "text"}
      aria-label={label}
      invalid={invalid}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
    />
  );
}
