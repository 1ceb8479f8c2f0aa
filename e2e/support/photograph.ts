import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { settle } from "./layout";
import type { Place } from "./place";
import { root } from "./running-app";

/** One flat colour of any of these sizes compresses to less; any page with text to several times as much. */
const BLANK_BYTES = 8_000;

/**
 * Takes a page's picture, for people to look at: docs/screenshots keeps those of `npm run screenshots`.
 * Fails where there is nothing to show: a skeleton, an error, a blank page.
 *
 * @param folder below the repository's root
 */
export async function photograph(page: Page, place: Place, variant: string, folder: string): Promise<void> {
  await settle(page);
  // A drawer hides what lies behind it from screen readers, its heading too.
  await expect(page.getByRole("heading", { level: 1, includeHidden: true }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "This page failed to load" })).toHaveCount(0);
  if (!place.showsSkeletons) await expect(page.locator(".shimmer:visible")).toHaveCount(0);
  const picture = await page.screenshot({
    path: join(root, folder, `${place.name}-${variant}.png`),
    animations: "disabled",
    caret: "hide",
    fullPage: place.isPhotographedWhole ?? false,
  });
  expect(picture.byteLength, `${place.name}-${variant}.png shows something`).toBeGreaterThan(BLANK_BYTES);
}
