import { join } from "node:path";
import { settle } from "../support/layout";
import { PLACES, type Place } from "../support/places";
import { root } from "../support/running-app";
import { type Page, test } from "../support/test";

const DEVICES = [
  { viewport: { width: 1440, height: 900 } },
  { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
];

/** What is done on a page before its picture is taken, where the page by itself does not show its point. */
const PREPARE: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "policy-builder": (page) =>
    page
      .getByRole("region", { name: "Condition", exact: true })
      .evaluate((element) => element.scrollIntoView({ block: "center" })),
  "audit-verify": async (page) => {
    await page.getByRole("button", { name: "Verify the whole log" }).click();
    await page.getByText("The log holds").waitFor();
  },
};

for (const place of PLACES) {
  test.describe(place.name, () => {
    test.use({ as: place.as });
    for (const device of DEVICES) {
      const { width } = device.viewport;
      test.describe(`${width} px`, () => {
        test.use(device);
        test(`${place.name} at ${width} px`, async ({ page, api }) => {
          await page.goto(await place.path(api));
          await place.ready(page);
          await PREPARE[place.name]?.(page);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
            await take(page, place, `${width}-${colorScheme}`);
          }
        });
      });
    }
  });
}

async function take(page: Page, place: Place, variant: string): Promise<void> {
  await settle(page);
  await page.screenshot({
    path: join(root, "docs/screenshots", `${place.name}-${variant}.png`),
    animations: "disabled",
    caret: "hide",
  });
}
