import { expectNoViolations, expectNoViolationsInScene, showIn } from "./support/accessible";
import { arrive } from "./support/arrive";
import { DEVICES } from "./support/devices";
import { expectNoSidewaysScroll, settle } from "./support/layout";
import { leftoverEnglish } from "./support/leftover-english";
import type { Place, Scene } from "./support/place";
import { PLACES } from "./support/places";
import { prepareHospital } from "./support/prepare-hospital";
import { expect, type Page, test } from "./support/test";
import { watchTroubles } from "./support/troubles";
import { wordsIn } from "./support/words";

const SCENE_MS = 15_000;
const words = wordsIn("es");

// Recording each page costs a third of the time, and what fails here says what and where.
test.use({ trace: "off" });
test.beforeAll(({ api }) => prepareHospital(api));

/** Spanish is longer, so what is narrow shows it first. The component gallery speaks English only. */
for (const place of PLACES.filter(({ route }) => !route?.startsWith("/design"))) {
  test.describe(place.name, () => {
    test.use({ ...DEVICES.phone, locale: "es-MX", as: place.as });

    test(`${place.name} is all there in Spanish`, async ({ page, api }) => {
      const scenes = (place.scenes ?? []).filter(({ on }) => on !== "desk");
      test.setTimeout(60_000 + scenes.length * SCENE_MS);
      const troubles = watchTroubles(page);
      await showIn(page, "light");
      await arrive(page, place, await place.path(api), words);
      await expect(page.locator(".shimmer:visible")).toHaveCount(0);
      await expect(page.locator("html")).toHaveAttribute("lang", /^es\b/);
      expect.soft(await leftoverEnglish(page), `${place.name}, what is left of English`).toEqual([]);
      await expectNoViolations(page, `${place.name}, in Spanish`);
      await expectNoSidewaysScroll(page);
      for (const scene of scenes) await test.step(scene.name, () => play(page, place, scene));
      expect(troubles).toEqual([]);
    });
  });
}

/** Opens the scene, reads and judges it and closes it. The colours are those of the scene in English. */
async function play(page: Page, place: Place, scene: Scene): Promise<void> {
  const shown = await scene.open(page, words);
  await expect(shown).toBeVisible();
  await settle(page);
  const what = `${place.name}, ${scene.name}`;
  expect.soft(await leftoverEnglish(page), `${what}, what is left of English`).toEqual([]);
  await expectNoViolationsInScene(page, `${what}, in Spanish`);
  await expectNoSidewaysScroll(page);
  if (scene.close) return scene.close(page, words);
  await page.keyboard.press("Escape");
  await expect(shown).toBeHidden();
}
