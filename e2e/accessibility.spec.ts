import { AxeBuilder } from "@axe-core/playwright";
import { expectNoSidewaysScroll, settle, watchLayoutShift } from "./support/layout";
import { PLACES, type Place } from "./support/places";
import { expect, type Page, test } from "./support/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const DEVICES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
/** The narrowest telephones in use. */
const NARROWEST = 360;
const SCHEMES = ["light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];
/** The two schemes differ in nothing but colours, so the second is judged by what looks at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
/** web.dev calls a cumulative layout shift below this good. */
const GOOD_LAYOUT_SHIFT = 0.1;

for (const [name, device] of Object.entries(DEVICES)) {
  const { viewport } = device;
  for (const place of PLACES) {
    test.describe(`${place.name} on a ${name}`, () => {
      test.use({ ...device, as: place.as });

      test(`${place.name} at ${viewport.width} px can be read and used by everybody`, async ({
        page,
        api,
      }) => {
        await open(page, place, await place.path(api));
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await settle(page);
          expect(await seriousViolations(page, colorScheme), `${place.name}, ${colorScheme}`).toEqual([]);
        }
        await expectNoSidewaysScroll(page);
        if (name === "phone") {
          await page.setViewportSize({ ...viewport, width: NARROWEST });
          await expectNoSidewaysScroll(page);
        }
      });
    });
  }

  for (const place of PLACES.filter(({ name: page }) => page === "inbox" || page === "audit")) {
    test.describe(`the layout of ${place.name} on a ${name}`, () => {
      test.use({ ...device, as: place.as });

      test(`${place.name} at ${viewport.width} px does not move while it loads`, async ({ page, api }) => {
        const shift = await watchLayoutShift(page);
        await open(page, place, await place.path(api));
        await settle(page);
        expect(await shift.read()).toBeLessThan(GOOD_LAYOUT_SHIFT);
      });
    });
  }
}

async function open(page: Page, place: Place, path: string): Promise<void> {
  await page.goto(path);
  await place.ready(page);
}

/** What axe calls serious or critical, with where it is; the rest is advice. */
async function seriousViolations(page: Page, colorScheme: Scheme): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (colorScheme === "light"
    ? axe.withTags(TAGS)
    : axe.withRules(COLOUR_RULES)
  ).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join("\n")}`);
}
