import type { Locator } from "@playwright/test";
import { DEVICES } from "./support/devices";
import { expect, type Page, test } from "./support/test";

// What a page fetches only when somebody opens it (docs/decisions/0015-what-a-first-visit-loads.md) opens by the first
// press, by whatever means, and gives the focus back.

const CHUNKS = "**/_next/static/chunks/**";
/** Longer than it takes to press, and to take the pointer away. */
const SLOW_MS = 700;

/** From now on every script takes its time. */
const slowDown = (page: Page) =>
  page.route(CHUNKS, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue();
  });

async function opensAndCloses(page: Page, open: () => Promise<void>, button: Locator, popup: Locator) {
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await open();
  await expect(popup).toBeVisible();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(popup).toBeHidden();
  await expect(button).toBeFocused();
}

test.describe("at a desk", () => {
  test.use({ as: "admin" });

  for (const { name, button, popup } of [
    { name: "the account", button: /^Account of /, popup: "Account" },
    { name: "the filters", button: "Filter", popup: "Filter the log" },
    { name: "the export", button: "Export", popup: "Export the log" },
  ]) {
    test(`${name} of the log opens by the first press and by Enter`, async ({ page }) => {
      await page.goto("/audit");
      await expect(page.getByRole("row").nth(1)).toBeVisible();
      await slowDown(page);
      const trigger = page.getByRole("button", { name: button, includeHidden: true }).first();
      const dialog = page.getByRole("dialog", { name: popup });
      await opensAndCloses(page, () => trigger.click(), trigger, dialog);
      await page.reload();
      await expect(page.getByRole("row").nth(1)).toBeVisible();
      await trigger.focus();
      await opensAndCloses(page, () => page.keyboard.press("Enter"), trigger, dialog);
      await opensAndCloses(page, () => trigger.click(), trigger, dialog);
    });
  }

  test("what is typed before the palette has come is searched for, and means nothing to the page", async ({
    page,
  }) => {
    await page.goto("/policies");
    await expect(page.getByRole("searchbox").first()).toBeVisible();
    await slowDown(page);
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("audit");
    await expect(page.getByRole("dialog").getByRole("combobox")).toHaveValue("audit");
    await page.keyboard.type(" log");
    await expect(page.getByRole("dialog").getByRole("combobox")).toHaveValue("audit log");
  });

  for (const key of ["Enter", "ArrowDown"]) {
    test(`the organizations open by ${key} at the first of them, the first time as later`, async ({
      page,
    }) => {
      await page.goto("/overview");
      const button = page.getByRole("button", { name: /Mercy Valley Hospital$/ });
      await slowDown(page);
      await button.focus();
      for (const _ of ["first", "later"]) {
        await opensAndCloses(
          page,
          async () => {
            await page.keyboard.press(key);
            await expect(page.getByRole("menuitem").first()).toBeFocused();
          },
          button,
          page.getByRole("menu"),
        );
      }
    });
  }

  test("the organizations open by arrow key, and the arrows go on in them", async ({ page }) => {
    await page.goto("/overview");
    const button = page.getByRole("button", { name: /Mercy Valley Hospital$/ });
    await button.focus();
    const open = () => page.keyboard.press("ArrowDown");
    await opensAndCloses(page, open, button, page.getByRole("menu"));
    await open();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Mercy Valley Home Care" })).toBeFocused();
  });
});

test.describe("in the inbox", () => {
  test.use({ as: "physician" });

  /** That a script with these words in it has come. */
  const arrival = (page: Page, words: string) =>
    page.waitForResponse(
      async (response) =>
        response.request().resourceType() === "script" && (await response.text()).includes(words),
    );

  test("the denial and the help open by key at a desk where the network has gone, though nothing was touched", async ({
    page,
    context,
  }) => {
    const denial = arrival(page, "wrong_patient");
    const help = arrival(page, "shell.help");
    await page.goto("/inbox");
    await Promise.all([denial, help]);
    await context.setOffline(true);
    for (const [key, name] of [
      ["d", /^Deny: /],
      ["?", "Keyboard shortcuts"],
    ] as const) {
      await page.keyboard.press(key);
      const dialog = page.getByRole("dialog", { name });
      await expect(dialog).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    }
  });

  test("the filter opens by Enter at what is chosen, and keeps the focus on what was chosen then", async ({
    page,
  }) => {
    await page.goto("/inbox?tab=history");
    const filter = page.getByRole("combobox", { name: "Outcome" });
    await expect(filter).toHaveAttribute("aria-haspopup", "listbox");
    await slowDown(page);
    await filter.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("option", { selected: true })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("listbox")).toBeHidden();
    await expect(page).toHaveURL(/outcome=/);
    await expect(filter).toBeFocused();
  });
});

test.describe("on a phone", () => {
  test.use({ as: "admin", ...DEVICES.phone });

  test("all places open by the first tap", async ({ page }) => {
    await page.goto("/audit");
    await slowDown(page);
    await page.getByRole("button", { name: "More", exact: true }).tap();
    const sheet = page.getByRole("dialog", { name: "All places" });
    await sheet.getByRole("link", { name: "Agents" }).tap();
    await expect(page).toHaveURL(/\/agents$/);
    await expect(sheet).toBeHidden();
  });
});
