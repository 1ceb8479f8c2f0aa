import { expect, test } from "./support/test";

// Windows' high contrast takes every background away; what only a background says must be said otherwise.
test("what is chosen and what is counted can be seen in the reader's own colours", async ({ signInAs }) => {
  const page = await signInAs("admin");
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/overview");
  const background = (locator: ReturnType<typeof page.locator>) =>
    locator.first().evaluate((element) => getComputedStyle(element).backgroundColor);
  const places = page.getByRole("navigation").first();
  const plain = await background(places.locator("a:not([aria-current])"));
  expect(await background(places.locator("a[aria-current=page]"))).not.toBe(plain);
  const view = page.getByRole("radiogroup", { name: "Show decisions as" });
  expect(await background(view.getByRole("radio", { name: "Chart" }))).not.toBe(
    await background(view.getByRole("radio", { name: "Table" })),
  );
  const allowed = await background(page.locator("main .bg-positive:empty"));
  expect(allowed).not.toBe(await background(page.locator("main .bg-negative:empty")));
});
