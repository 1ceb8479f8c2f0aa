"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Hours and minutes in the reader's zone. The server, which knows no zone, writes UTC and says so. */
export function ClockTime({ at }: { at: string }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const text = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    ...(inBrowser ? {} : { timeZone: "UTC", timeZoneName: "short" }),
  }).format(new Date(at));
  return (
    <time dateTime={at} className="num whitespace-nowrap font-semibold text-ink">
      {text}
    </time>
  );
}
