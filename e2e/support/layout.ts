import { expect, type Page } from "@playwright/test";

/** Nothing may be reached only by scrolling sideways (WCAG 2.2, success criterion 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { needed, given } = await page.evaluate(() => ({
    needed: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
    given: document.documentElement.clientWidth,
  }));
  expect(needed, `${page.url()} needs ${needed} px, and has ${given}`).toBeLessThanOrEqual(given);
}

interface LayoutShift {
  /** Cumulative layout shift. */
  total: number;
  /** The elements that moved. */
  moved: string[];
}

/** Counts from the next page on how far things moved by themselves. */
export async function watchLayoutShift(page: Page): Promise<{ read: () => Promise<LayoutShift> }> {
  await page.addInitScript(() => {
    const shifts: LayoutShift = { total: 0, moved: [] };
    Object.assign(window, { kynaraShifts: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Node | null }[];
        };
        if (hadRecentInput) continue;
        shifts.total += value;
        for (const { node } of sources) {
          if (node instanceof Element) shifts.moved.push(node.outerHTML.slice(0, 200));
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return {
    read: () =>
      page.evaluate(async () => {
        // What was painted last is reported after the next frame.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return (window as unknown as { kynaraShifts: LayoutShift }).kynaraShifts;
      }),
  };
}

/** The longest that anything of ours moves is a fraction of this. */
const MOVES_AT_MOST_MS = 3_000;

/**
 * Resolves when everything that moves or fades towards an end has reached it; spinners go on. An animation of what leaves the
 * page while it is looked at may never say that it has ended.
 */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async (limit) => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    const ended = Promise.allSettled(ending.map((animation) => animation.finished));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, limit))]);
  }, MOVES_AT_MOST_MS);
}
