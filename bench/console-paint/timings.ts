import type { Page } from "@playwright/test";

/** The shortest that a browser tells (Event Timing, section 3.4). */
const SHORTEST_MS = 16;

interface Watched {
  eventDurations?: number[];
}

/** Runs in the page: keeps how long each interaction took until the frame that answers it (Event Timing). */
export function watchEvents(): void {
  const durations: number[] = [];
  (globalThis as Watched).eventDurations = durations;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (entry.interactionId > 0) durations.push(entry.duration);
    }
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/** Milliseconds of the interactions since the page was opened. Those too short to be told count as the shortest. */
export async function eventDurations(page: Page): Promise<number[]> {
  const told = await page.evaluate(() => (globalThis as Watched).eventDurations ?? []);
  return told.length > 0 ? told : [SHORTEST_MS];
}

/** Milliseconds from the navigation to the first content that was painted (Paint Timing). */
export function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      // The browser tells a paint a little after it: a page that is ready may not have heard of its own yet.
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const [entry] = list.getEntriesByName("first-contentful-paint");
          if (!entry) return;
          observer.disconnect();
          resolve(entry.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}
