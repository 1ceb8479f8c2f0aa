import { DEVICES } from "./support/devices";
import { expect, test } from "./support/test";

const ADDRESSES = [
  "/agents/agt_0000",
  "/agents/agt_0000/edit",
  "/inbox/apr_0000",
  "/policies/pol_0000",
  "/policies/pol_0000/versions",
  "/audit/nowhere",
  "/nowhere",
];

for (const device of Object.values(DEVICES)) {
  test.describe(`at ${device.viewport.width} px`, () => {
    test.use({ ...device, as: "admin" });

    test(`whatever is not there says so within the console, at one height, at ${device.viewport.width} px`, async ({
      page,
    }) => {
      const places: Record<string, unknown> = {};
      for (const address of ADDRESSES) {
        const response = await page.goto(address);
        expect(response?.status(), address).toBe(404);
        await expect(page, address).toHaveTitle(/(Not found|No such \w+) · Kynara$/);
        await expect(page.getByRole("main"), address).toHaveCount(1);
        await expect(page.getByRole("button", { name: /Mercy Valley Hospital$/ }), address).toBeVisible();
        const heading = page.getByRole("main").getByRole("heading", { level: 1 });
        const { x = null, y = null } = (await heading.boundingBox()) ?? {};
        places[address] = { x, y };
      }
      const [first] = Object.values(places);
      expect(places).toEqual(Object.fromEntries(ADDRESSES.map((address) => [address, first])));
    });
  });
}

test("whoever is not signed in is told of a page that is not there without the console", async ({ page }) => {
  const response = await page.goto("/nowhere");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Nothing stands here" })).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
});
