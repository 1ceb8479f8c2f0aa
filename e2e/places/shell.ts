import type { Page } from "@playwright/test";
import { dialog, type Scene } from "../support/place";

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
];

/** Where there are more places than fit under the thumb. */
export const PLACES_SHEET: Scene = {
  ...dialog("all places", "More", "dialog", "All places"),
  on: "phone",
};
