import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import tests from "../../playwright.config";

/** `npm run screenshots`: takes the pictures of docs/screenshots anew; no part of `npm test`. */
// biome-ignore lint/style/noDefaultExport: Playwright reads the default export.
export default defineConfig({
  ...tests,
  testDir: ".",
  testMatch: "*.shots.ts",
  globalSetup: fileURLToPath(new URL("../support/global-setup.ts", import.meta.url)),
  outputDir: "../../test-results/screenshots",
});
