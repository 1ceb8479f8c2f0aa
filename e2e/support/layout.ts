import { expect, type Page } from "@playwright/test";

/** Nothing may be reached only by scrolling sideways (WCAG 2.2, success criterion 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { needed, given } = await page.evaluate(() => ({
    needed: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
    given: document.documentElement.clientWidth,
  }));
  expect(needed, `${page.url()} needs ${needed} px, and has ${given}`).toBeLessThanOrEqual(given);
}

/** Counts from the next page on how far things moved by themselves: cumulative layout shift. */
export async function watchLayoutShift(page: Page): Promise<{ read: () => Promise<number> }> {
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { kynaraShifts: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) shifts.total += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return {
    read: () =>
      page.evaluate(async () => {
        // What was painted last is reported after the next frame.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return (window as unknown as { kynaraShifts: { total: number } }).kynaraShifts.total;
      }),
  };
}

/** Resolves when everything that moves or fades towards an end has reached it; spinners go on. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}
