import type { Page } from "@playwright/test";

export interface Frames {
  name: string;
  p50: number;
  p95: number;
  p99: number;
  /** Frames that the screen would have shown and the page did not make, of all. */
  dropped: number;
  total: number;
  /** Share of the frames in which a row in sight was not there yet. */
  waiting: number;
}

const FRAME_MS = 1000 / 60;

/** Runs `work` while the page counts the time between its frames. */
export async function measureFrames(page: Page, name: string, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const seen = { times: [] as number[], waiting: 0, on: true };
    Object.assign(window, { frames: seen });
    const tick = (time: number) => {
      seen.times.push(time);
      const row = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[role=row]");
      if (row && !row.querySelector("a[data-seq]")) seen.waiting += 1;
      if (seen.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  const { times, waiting } = await page.evaluate(() => {
    const { frames } = window as unknown as { frames: { times: number[]; waiting: number; on: boolean } };
    frames.on = false;
    return frames;
  });
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0);
  return {
    name,
    ...quantiles(gaps),
    dropped: missed,
    total: gaps.length + missed,
    waiting: waiting / times.length,
  };
}

export function quantiles(values: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The heap after a collection, in megabytes, and how many nodes the page has. */
export async function memoryOf(page: Page): Promise<{ megabytes: number; nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { megabytes: value("JSHeapUsedSize") / 1e6, nodes: value("Nodes") };
}
