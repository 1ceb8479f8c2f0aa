import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  expectNoViolations,
  expectNoViolationsInScene,
  expectReadableColours,
  expectReadableColoursInScene,
  SCHEMES,
  type Scheme,
  showIn,
} from "./support/accessible";
import { arrive } from "./support/arrive";
import { DEVICES, type DeviceName, NARROWEST } from "./support/devices";
import { expectNoSidewaysScroll } from "./support/layout";
import { photograph } from "./support/photograph";
import type { Place, Scene } from "./support/place";
import { PLACES } from "./support/places";
import { prepareHospital } from "./support/prepare-hospital";
import { root } from "./support/running-app";
import { expect, type Page, test } from "./support/test";
import { watchTroubles } from "./support/troubles";
import { wordsIn } from "./support/words";

const SCENE_MS = 30_000;

test("every page of the application is visited here", () => {
  const visited = new Set(PLACES.map(({ route }) => route));
  expect(routes().filter((route) => !visited.has(route))).toEqual([]);
  expect(new Set(PLACES.map(({ name }) => name)).size, "each name is there once").toBe(PLACES.length);
});

test.beforeAll(({ api }) => prepareHospital(api));

for (const device of Object.keys(DEVICES) as DeviceName[]) {
  const { width } = DEVICES[device].viewport;
  for (const place of PLACES) {
    test.describe(`${place.name} on a ${device}`, () => {
      test.use({ ...DEVICES[device], as: place.as });

      test(`${place.name} at ${width} px can be seen, read and used by everybody`, async ({
        page,
        api,
        photographs,
      }) => {
        const scenes = (place.scenes ?? []).filter(({ on = device }) => on === device);
        test.setTimeout(120_000 + scenes.length * SCENE_MS);
        const troubles = watchTroubles(page);
        await arrive(page, place, await place.path(api), wordsIn("en"));
        for (const scheme of SCHEMES) {
          await showIn(page, scheme);
          await photograph(page, place, `${width}-${scheme}`, photographs);
          const what = `${place.name}, ${scheme}`;
          await (scheme === "light" ? expectNoViolations(page, what) : expectReadableColours(page, what));
        }
        await expectNoSidewaysScroll(page);
        let scheme: Scheme = "dark";
        for (const scene of scenes) {
          await test.step(scene.name, async () => {
            scheme = await play(page, place, scene, scheme);
          });
        }
        if (device === "phone") {
          await page.setViewportSize({ ...DEVICES.phone.viewport, width: NARROWEST });
          await expectNoSidewaysScroll(page);
        }
        expect(troubles).toEqual([]);
      });
    });
  }
}

/** Opens the scene, judges it in both schemes and closes it. @returns the scheme that shows then. */
async function play(page: Page, place: Place, scene: Scene, scheme: Scheme): Promise<Scheme> {
  const other = scheme === "light" ? "dark" : "light";
  const shown = await scene.open(page, wordsIn("en"));
  await expect(shown).toBeVisible();
  await showIn(page, scheme);
  await expectNoViolationsInScene(page, `${place.name}, ${scene.name}, ${scheme}`);
  await expectReadableColoursInScene(page, `${place.name}, ${scene.name}, ${scheme}`);
  await expectNoSidewaysScroll(page);
  await showIn(page, other);
  await expectReadableColoursInScene(page, `${place.name}, ${scene.name}, ${other}`);
  if (scene.close) {
    await scene.close(page, wordsIn("en"));
  } else {
    await page.keyboard.press("Escape");
    await expect(shown).toBeHidden();
  }
  return other;
}

/** The addresses of all pages as Next's file convention has them, without the groups in brackets. */
function routes(): string[] {
  return readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${dirname(file)}`.replace(/\/(\([^/]*\)|\.)(?=\/|$)/g, "") || "/");
}
