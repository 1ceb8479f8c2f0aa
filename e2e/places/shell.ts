import type { Page } from "@playwright/test";
import { dialog, type Scene, stays } from "../support/place";
import type { Words } from "../support/words";

const palette = async (page: Page, words: Words) => {
  const opened = page.getByRole("dialog", { name: words("ui.palette.title") });
  await page.keyboard.press("ControlOrMeta+k");
  await opened.waitFor();
  return opened;
};

/** The keys that work where it is opened. */
export const KEYBOARD_HELP: Scene = {
  name: "the keyboard help",
  async open(page, words) {
    await page.keyboard.press("?");
    return page.getByRole("dialog", { name: words("shell.help.title") });
  },
};

/** What opens around every page of the console. */
export const SHELL_SCENES: readonly Scene[] = [
  { name: "the command palette", open: palette },
  {
    name: "the command palette, nothing found",
    async open(page, words) {
      await palette(page, words);
      await page.keyboard.type("zzzz");
      return page.getByText(words("shell.found.nothing"));
    },
  },
  KEYBOARD_HELP,
  dialog("the account", "shell.account.open", "dialog", "shell.account.title"),
  {
    name: "the organizations to go over to",
    async open(page) {
      await page.getByRole("button", { name: /Mercy Valley Hospital$/ }).click();
      return page.getByRole("menu");
    },
  },
  {
    name: "no network",
    async open(page, words) {
      await page.context().setOffline(true);
      return page.getByText(words("shell.offline.title"));
    },
    async close(page, words) {
      await page.context().setOffline(false);
      await page.getByText(words("shell.offline.title")).waitFor({ state: "hidden" });
    },
  },
  {
    name: "no answer from the server",
    async open(page, words) {
      await page.route("**/api/**", (route) => route.abort());
      await palette(page, words);
      await page.keyboard.type("notes");
      const said = page.getByText(words("shell.reconnecting.title"));
      await said.waitFor();
      await page.keyboard.press("Escape");
      return said;
    },
    async close(page, words) {
      await page.unroute("**/api/**");
      await page.getByText(words("shell.reconnecting.title")).waitFor({ state: "hidden" });
    },
  },
];

/** Said to somebody who has not touched the page for long. The page's clock stays where it is put: nothing comes after. */
export const SESSION_ENDING: Scene = {
  name: "the session that is about to end",
  async open(page, words) {
    await page.clock.install();
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.clock.fastForward("26:00");
    return page.getByRole("button", { name: words("shell.session.ending.stay") });
  },
  close: stays,
};

/** Where there are more places than fit under the thumb. */
export const PLACES_SHEET: Scene = {
  ...dialog("all places", "shell.nav.more", "dialog", "shell.nav.all"),
  on: "phone",
};
