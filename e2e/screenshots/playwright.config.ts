import { fileURLToPath } from "node:url";
import type { PlaywrightTestConfig } from "@playwright/test";
import tests from "../../playwright.config";
import type { TestFixtures } from "../support/test";

/** `npm run screenshots`: the visits to every page that `npm test` makes, whose pictures are kept in docs/screenshots. */
const config: PlaywrightTestConfig<TestFixtures> = {
  ...tests,
  testDir: "..",
  testMatch: "pages.spec.ts",
  globalSetup: fileURLToPath(new URL("../support/global-setup.ts", import.meta.url)),
  outputDir: "../../test-results",
  use: { ...tests.use, photographs: "docs/screenshots" },
};

// biome-ignore lint/style/noDefaultExport: Playwright reads the default export.
export default config;
