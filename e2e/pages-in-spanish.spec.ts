import { expectNoViolations, showIn } from "./support/accessible";
import { arrive } from "./support/arrive";
import { DEVICES } from "./support/devices";
import { expectNoSidewaysScroll } from "./support/layout";
import { leftoverEnglish } from "./support/leftover-english";
import { PLACES } from "./support/places";
import { prepareHospital } from "./support/prepare-hospital";
import { expect, test } from "./support/test";
import { watchTroubles } from "./support/troubles";
import { wordsIn } from "./support/words";

// Recording each page costs a third of the time, and what fails here says what and where.
test.use({ trace: "off" });
test.beforeAll(({ api }) => prepareHospital(api));

/** Spanish is longer, so what is narrow shows it first. The component gallery speaks English only. */
for (const place of PLACES.filter(({ route }) => !route?.startsWith("/design"))) {
  test.describe(place.name, () => {
    test.use({ ...DEVICES.phone, locale: "es-MX", as: place.as });

    test(`${place.name} is all there in Spanish`, async ({ page, api }) => {
      const troubles = watchTroubles(page);
      await showIn(page, "light");
      await arrive(page, place, await place.path(api), wordsIn("es"));
      await expect(page.locator(".shimmer:visible")).toHaveCount(0);
      await expect(page.locator("html")).toHaveAttribute("lang", /^es\b/);
      expect.soft(await leftoverEnglish(page), `${place.name}, what is left of English`).toEqual([]);
      await expectNoViolations(page, `${place.name}, in Spanish`);
      await expectNoSidewaysScroll(page);
      expect(troubles).toEqual([]);
    });
  });
}
