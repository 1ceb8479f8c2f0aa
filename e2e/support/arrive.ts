import { expect, type Page } from "@playwright/test";
import { watchLayoutShift } from "./layout";
import type { Place } from "./place";
import type { Words } from "./words";

/** web.dev calls a cumulative layout shift below this good. */
const GOOD_LAYOUT_SHIFT = 0.1;

/** Goes to the place and waits until it shows what it is for, without having moved about on the way. */
export async function arrive(page: Page, place: Place, path: string, words: Words): Promise<void> {
  const shift = await watchLayoutShift(page);
  const response = await page.goto(path);
  expect(response?.status()).toBe(place.status ?? 200);
  if (place.route !== null) expect(new URL(page.url()).pathname).toMatch(patternOf(place.route));
  await place.ready(page, words);
  const { total, moved } = await shift.read();
  expect
    .soft(total, `${place.name} does not move while it loads. What moved:\n${moved.join("\n")}`)
    .toBeLessThan(GOOD_LAYOUT_SHIFT);
  await place.prepare?.(page, words);
}

/** "/agents/[id]" matches "/agents/agt_1". */
function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/\[[^\]]+\]/g, "[^/]+")}$`);
}
