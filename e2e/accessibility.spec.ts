import { AxeBuilder } from "@axe-core/playwright";
import { expectNoSidewaysScroll, settle, watchLayoutShift } from "./support/layout";
import { PLACES, type Place } from "./support/places";
import { expect, type Page, test } from "./support/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** The narrowest telephones in use. */
const NARROWEST = 360;
const SCHEMES = ["light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];
/** The two schemes differ in nothing but colours, so the second is judged by what looks at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
/** web.dev calls a cumulative layout shift below this good. */
const GOOD_LAYOUT_SHIFT = 0.1;

for (const place of PLACES) {
  test.describe(place.name, () => {
    test.use({ as: place.as });

    for (const [device, viewport] of Object.entries(WIDTHS)) {
      test(`${place.name} at ${viewport.width} px can be read and used by everybody`, async ({
        page,
        api,
      }) => {
        await page.setViewportSize(viewport);
        await open(page, place, await place.path(api));
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await settle(page);
          expect(
            await seriousViolations(page, colorScheme),
            `${place.name}, ${device}, ${colorScheme}`,
          ).toEqual([]);
        }
        await expectNoSidewaysScroll(page);
        if (viewport.width > NARROWEST && device === "phone") {
          await page.setViewportSize({ ...viewport, width: NARROWEST });
          await expectNoSidewaysScroll(page);
        }
      });
    }
  });
}

for (const name of ["inbox", "audit"]) {
  test.describe(`layout of ${name}`, () => {
    const place = placeNamed(name);
    test.use({ as: place.as });

    for (const viewport of Object.values(WIDTHS)) {
      test(`${name} at ${viewport.width} px does not move while it loads`, async ({ page, api }) => {
        await page.setViewportSize(viewport);
        const shift = await watchLayoutShift(page);
        await open(page, place, await place.path(api));
        await settle(page);
        expect(await shift.read()).toBeLessThan(GOOD_LAYOUT_SHIFT);
      });
    }
  });
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

function placeNamed(name: string): Place {
  const found = PLACES.find((place) => place.name === name);
  if (found === undefined) throw new Error(`There is no page ${name}.`);
  return found;
}
