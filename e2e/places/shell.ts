import type { Page } from "@playwright/test";
import { dialog, type Scene, stays } from "../support/place";

const palette = async (page: Page) => {
  const opened = page.getByRole("dialog", { name: "Command palette" });
  await page.keyboard.press("ControlOrMeta+k");
  await opened.waitFor();
  return opened;
};

/** The keys that work where it is opened. */
export const KEYBOARD_HELP: Scene = {
  name: "the keyboard help",
  async open(page) {
    await page.keyboard.press("?");
    return page.getByRole("dialog", { name: "Keyboard shortcuts" });
  },
};

/** What opens around every page of the console. */
export const SHELL_SCENES: readonly Scene[] = [
  { name: "the command palette", open: palette },
  {
    name: "the command palette, nothing found",
    async open(page) {
      await palette(page);
      await page.keyboard.type("zzzz");
      return page.getByText("Nothing matches.");
    },
  },
  KEYBOARD_HELP,
  dialog("the account", /^Account of /, "dialog", "Account"),
  {
    name: "the organizations to go over to",
    async open(page) {
      await page.getByRole("button", { name: /Mercy Valley Hospital$/ }).click();
      return page.getByRole("menu");
    },
  },
  {
    name: "no network",
    async open(page) {
      await page.context().setOffline(true);
      return page.getByText("You are offline");
    },
    async close(page) {
      await page.context().setOffline(false);
      await page.getByText("You are offline").waitFor({ state: "hidden" });
    },
  },
  {
    name: "no answer from the server",
    async open(page) {
      await page.route("**/api/**", (route) => route.abort());
      await palette(page);
      await page.keyboard.type("notes");
      const said = page.getByText("Reconnecting…");
      await said.waitFor();
      await page.keyboard.press("Escape");
      return said;
    },
    async close(page) {
      await page.unroute("**/api/**");
      await page.getByText("Reconnecting…").waitFor({ state: "hidden" });
    },
  },
];

/** Said to somebody who has not touched the page for long. The page's clock stays where it is put: nothing comes after. */
export const SESSION_ENDING: Scene = {
  name: "the session that is about to end",
  async open(page) {
    await page.clock.install();
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.clock.fastForward("26:00");
    return page.getByRole("button", { name: "Stay signed in" });
  },
  close: stays,
};

/** Where there are more places than fit under the thumb. */
export const PLACES_SHEET: Scene = {
  ...dialog("all places", "More", "dialog", "All places"),
  on: "phone",
};
