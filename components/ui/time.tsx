"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "#i18n";
import { cn } from "./cn";
import { countdownText, nextTickMs, relativeTime } from "./relative-time";
import { useNow } from "./use-now";

interface TimeProps {
  /** An instant in UTC: ISO 8601 text or milliseconds. */
  at: string | number | Date;
  /** `relative` keeps counting; `date` leaves the clock out; `exact` shows seconds and zone. */
  format?: "relative" | "datetime" | "date" | "time" | "exact";
  className?: string | undefined;
}

const shapes: Record<"datetime" | "date" | "time" | "exact", Intl.DateTimeFormatOptions> = {
  datetime: { dateStyle: "medium", timeStyle: "short" },
  date: { dateStyle: "medium" },
  time: { timeStyle: "medium" },
  exact: { dateStyle: "medium", timeStyle: "long" },
};

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does, and a list draws dozens of times in one frame. */
function formatted(locale: string, date: Date, format: keyof typeof shapes, timeZone?: string): string {
  const key = `${locale} ${format} ${timeZone ?? ""}`;
  const formatter =
    made.get(key) ??
    new Intl.DateTimeFormat(locale, { ...shapes[format], ...(timeZone ? { timeZone } : {}) });
  made.set(key, formatter);
  return formatter.format(date);
}

/** What `relativeTime` says near to now. */
function useRelativeWords() {
  const t = useTranslations("ui.time");
  return { now: t("now"), soon: t("soon") };
}

/**
 * An instant in the reader's zone, the exact moment on hover. The server, which knows no zone, writes UTC first; how
 * long ago it was needs no zone, and is the same from the first paint on, so that nothing moves when the page wakes.
 */
export function Time({ at, format = "relative", className }: TimeProps) {
  const locale = useLocale();
  const words = useRelativeWords();
  const date = new Date(at);
  const [everyMs, setEveryMs] = useState(10_000);
  // Only a relative time changes as time goes by.
  const moves = format === "relative";
  const now = useNow(moves ? everyMs : Number.POSITIVE_INFINITY);
  const [paintedAt] = useState(Date.now);
  if (Number.isNaN(date.getTime())) return <span className={className}>–</span>;
  const offsetSeconds = (date.getTime() - (now ?? paintedAt)) / 1000;
  if (moves && now !== null && nextTickMs(offsetSeconds) !== everyMs) setEveryMs(nextTickMs(offsetSeconds));
  const text =
    format === "relative"
      ? relativeTime(offsetSeconds, locale, words)
      : formatted(locale, date, format, now === null ? "UTC" : undefined);
  return (
    <time
      // A minute may end between the server's words and the browser's.
      suppressHydrationWarning
      dateTime={date.toISOString()}
      title={now === null ? undefined : `${formatted(locale, date, "exact")} · ${date.toISOString()}`}
      className={cn("num whitespace-nowrap", className)}
    >
      {text}
    </time>
  );
}

interface CountdownProps {
  /** The instant at which it ends. */
  until: string | number | Date;
  /** Below this many seconds it turns to the warning colour. */
  warnBelowSeconds?: number;
  /** What stands when the time is over. */
  endedText?: string;
  className?: string | undefined;
}

/** Time left. Above a day it reads in words; the last day runs by the second. */
export function Countdown({ until, warnBelowSeconds = 300, endedText, className }: CountdownProps) {
  const t = useTranslations("ui.time");
  const locale = useLocale();
  const words = useRelativeWords();
  const end = new Date(until);
  const now = useNow(1000);
  const left = now === null ? null : (end.getTime() - now) / 1000;
  const text =
    left === null
      ? "–:––"
      : left <= 0
        ? (endedText ?? t("expired"))
        : left > 86_400
          ? relativeTime(left, locale, words)
          : countdownText(left);
  return (
    <time
      dateTime={Number.isNaN(end.getTime()) ? undefined : end.toISOString()}
      title={left === null ? undefined : formatted(locale, end, "exact")}
      className={cn(
        "num whitespace-nowrap",
        left !== null && left <= warnBelowSeconds && "font-semibold text-negative-ink",
        className,
      )}
    >
      {text}
    </time>
  );
}
