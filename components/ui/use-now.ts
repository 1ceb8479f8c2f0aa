"use client";

import { useCallback, useSyncExternalStore } from "react";

/** One clock for all that move at the same pace: a list of dates has one timer, not one for each. */
interface Clock {
  now: number;
  watchers: Set<() => void>;
  timer: ReturnType<typeof setInterval> | null;
}

const clocks = new Map<number, Clock>();

function clockOf(everyMs: number): Clock {
  const known = clocks.get(everyMs) ?? { now: Date.now(), watchers: new Set(), timer: null };
  clocks.set(everyMs, known);
  return known;
}

function watch(everyMs: number, told: () => void): () => void {
  const clock = clockOf(everyMs);
  clock.watchers.add(told);
  if (clock.timer === null && Number.isFinite(everyMs)) {
    clock.timer = setInterval(() => {
      clock.now = Date.now();
      for (const watcher of clock.watchers) watcher();
    }, everyMs);
  }
  return () => {
    clock.watchers.delete(told);
    if (clock.watchers.size > 0 || clock.timer === null) return;
    clearInterval(clock.timer);
    clock.timer = null;
  };
}

/** Between two ticks too, what is drawn anew is drawn for this second: nothing new lies in the future. */
function read(everyMs: number): number {
  const clock = clockOf(everyMs);
  if (Date.now() - clock.now >= Math.min(everyMs, 1000)) clock.now = Date.now();
  return clock.now;
}

/**
 * The present moment in milliseconds, moving on every `everyMs` (never, for Infinity); null on the server and while the
 * client takes its page over, because the reader's clock and zone are not known there.
 */
export function useNow(everyMs: number): number | null {
  return useSyncExternalStore(
    useCallback((told: () => void) => watch(everyMs, told), [everyMs]),
    () => read(everyMs),
    () => null,
  );
}
