"use client";

import { useEffect, useState } from "react";

/**
 * The present moment in milliseconds, moving on every `everyMs`; null on the server and in the first client
 * render, because the reader's clock and zone are not known there.
 */
export function useNow(everyMs: number): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
