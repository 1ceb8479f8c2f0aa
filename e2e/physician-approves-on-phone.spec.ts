import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "./support/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

/** Presses and holds as a thumb does, until the page has taken it. */
async function holdToApprove(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Approve" }).hover();
  await page.mouse.down();
  await expect(page.getByText(/^Approving in \d/)).toBeVisible();
  await page.mouse.up();
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test("a physician approves on a phone while the agent waits, and its result arrives", async ({
  signInAs,
  runPythonAgent,
}) => {
  const page = await signInAs("physician", "/inbox");
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();

  const agent = runPythonAgent(["123", "diagnosis"]);
  await expect.poll(agent.output).toContain("diagnosis: waiting for a physician");
  const address = /waiting for a physician: (\S+)/.exec(agent.output())?.[1] ?? "";
  expect(agent.output()).not.toContain("Type 2 diabetes");

  const arrived = page.getByRole("button", { name: /new request/ });
  const row = page.locator(`a[href="${new URL(address).pathname}"]`);
  await expect(arrived.or(row).first()).toBeVisible();
  if (await arrived.isVisible()) await arrived.click();
  await row.click();

  await expect(page).toHaveURL(address);
  await expect(page.getByRole("heading", { name: "Read diagnosis" })).toBeVisible();
  await expect(page.getByText("Homer Simpson")).toBeVisible();
  await expect(page.getByText("12 May 1956")).toBeVisible();
  await expect(page.getByText("MV-204118")).toBeVisible();
  expect(await scrollsSideways(page)).toBe(false);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await holdToApprove(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  expect(agent.output()).not.toContain("diagnosis: allowed");

  await holdToApprove(page);
  await expect(page.getByText(/^Approved by /).first()).toBeVisible();

  const { code, output } = await agent.finished;
  expect(output).toContain("diagnosis: allowed");
  expect(output).toContain("Type 2 diabetes mellitus");
  expect(code).toBe(0);
});

test("a denial with its reason ends the agent's wait", async ({ signInAs, runPythonAgent }) => {
  const agent = runPythonAgent(["marge-simpson", "medication"]);
  await expect.poll(agent.output).toContain("medication: waiting for a physician");
  const address = /waiting for a physician: (\S+)/.exec(agent.output())?.[1] ?? "";

  const page = await signInAs("physician", new URL(address).pathname);
  await expect(page.getByRole("heading", { name: "Read medication" })).toBeVisible();
  await page.getByRole("button", { name: "Deny…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Deny", exact: true }).click();
  await expect(dialog.getByText("Choose a reason or write one.")).toBeVisible();
  await dialog.getByText("Wrong patient").click();
  await dialog.getByRole("button", { name: "Deny", exact: true }).click();
  await expect(page.getByText(/^Denied by /).first()).toBeVisible();

  const { code, output } = await agent.finished;
  expect(output).toMatch(/medication: not read\. .*Wrong patient/);
  expect(code).toBe(1);
});
