import type { Page } from "@playwright/test";

/** Collects what goes wrong in a page without anybody seeing it: exceptions, and errors in the console. */
export function watchTroubles(page: Page): readonly string[] {
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    // A page that is meant to answer 403 or 404 is one of these; the status is asserted by itself.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      troubles.push(message.text());
    }
  });
  return troubles;
}
