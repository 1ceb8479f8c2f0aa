"use client";

import { useSyncExternalStore } from "react";
import { useLocale } from "#i18n";

const never = () => () => undefined;

/** Hours and minutes in the reader's zone. The server, which knows no zone, writes UTC and says so. */
export function ClockTime({ at }: { at: string }) {
  const locale = useLocale();
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const text = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(inBrowser ? {} : { timeZone: "UTC", timeZoneName: "short" }),
  }).format(new Date(at));
  return (
    <time dateTime={at} className="num whitespace-nowrap font-semibold text-ink">
      {text}
    </time>
  );
}
