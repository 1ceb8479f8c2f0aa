import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { expectNoViolationsInScene } from "./support/accessible";
import { DEVICES } from "./support/devices";
import { expectNoSidewaysScroll, settle } from "./support/layout";
import { leftoverEnglish } from "./support/leftover-english";
import { expect, type Page, test } from "./support/test";
import { wordsIn } from "./support/words";

const words = wordsIn("es");

test.use({ ...DEVICES.phone, locale: "es-MX", trace: "off" });

/** A toast says this, nothing around it is English, and everybody can read it. */
async function expectToast(page: Page, key: string): Promise<void> {
  await expect(page.getByText(words.like(key)).first()).toBeVisible();
  await settle(page);
  expect.soft(await leftoverEnglish(page), `${key}, what is left of English`).toEqual([]);
  await expectNoViolationsInScene(page, key);
  await expectNoSidewaysScroll(page);
}

const press = (page: Page, key: string) =>
  page.getByRole("button", { name: words(key), exact: true }).click();

/** Answers the question that is open. */
const confirm = (page: Page, key: string) =>
  page
    .getByRole("alertdialog")
    .getByRole("button", { name: words(key), exact: true })
    .click();

async function approve(page: Page): Promise<void> {
  const label = words("inbox.decide.approve");
  await page.getByRole("button", { name: label }).press("Enter");
  await page.getByRole("button", { name: words.like("ui.hold.pressAgainFor", { label }) }).press("Enter");
  await expect(page.getByText(words.like("inbox.decide.counting"))).toBeVisible();
}

test.describe("a physician", () => {
  test.use({ as: "physician" });

  test("reads in Spanish what becomes of an approval and of a denial", async ({ page, runPythonAgent }) => {
    const agent = runPythonAgent(["123", "diagnosis"]);
    await expect.poll(agent.output).toContain("diagnosis: waiting for a physician");
    const address = /waiting for a physician: (\S+)/.exec(agent.output())?.[1] ?? "";
    await page.goto(address);

    await approve(page);
    const inbox = page.getByRole("link", { name: words("shell.places.inbox") });
    await inbox.locator("visible=true").first().click();
    await expectToast(page, "inbox.toasts.counting");
    await page
      .getByRole("button", { name: words("ui.toast.undo") })
      .last()
      .click();
    await expectToast(page, "ui.toast.undone");

    await page.goto(address);
    await approve(page);
    await inbox.locator("visible=true").first().click();
    await expectToast(page, "inbox.toasts.approved");
    await agent.finished;

    const other = runPythonAgent(["marge-simpson", "medication"]);
    await expect.poll(other.output).toContain("medication: waiting for a physician");
    await page.goto(/waiting for a physician: (\S+)/.exec(other.output())?.[1] ?? "");
    await press(page, "inbox.decide.deny");
    const denial = page.getByRole("dialog", { name: words.like("inbox.denial.title") });
    await denial.getByText(words("inbox.denial.choices.wrong_patient")).click();
    await denial.getByRole("button", { name: words("inbox.denial.confirm"), exact: true }).click();
    await expect(denial).toBeHidden();
    await expect(
      page.getByText(new RegExp(words("inbox.denial.choices.wrong_patient"))).first(),
    ).toBeVisible();
    expect(await leftoverEnglish(page), "a denied request, what is left of English").toEqual([]);
    await other.finished;
  });
});

test.describe("an administrator", () => {
  test.use({ as: "admin" });

  test("reads in Spanish that an agent is off, and on again", async ({ page, api }) => {
    const { id } = await api(agentEndpoints.create, { body: { name: `Bed planner ${Date.now()}` } });
    await page.goto(`/agents/${id}`);
    await press(page, "agents.killSwitch.off.press");
    await confirm(page, "agents.killSwitch.off.confirm");
    await expectToast(page, "agents.killSwitch.off.done");
    await press(page, "agents.killSwitch.on.press");
    await confirm(page, "agents.killSwitch.on.confirm");
    await expectToast(page, "agents.killSwitch.on.done");
  });

  test("reads in Spanish that a change of an agent is saved, and taken back", async ({ page, api }) => {
    const { id } = await api(agentEndpoints.create, { body: { name: `Bed planner ${Date.now()}` } });
    await page.goto(`/agents/${id}/edit`);
    await page.getByLabel(words("agents.form.name"), { exact: true }).fill(`Ward planner ${Date.now()}`);
    await press(page, "agents.form.save");
    await expectToast(page, "agents.form.changed");
    await page
      .getByRole("button", { name: words("agents.form.undo") })
      .last()
      .click();
    await expectToast(page, "agents.form.undone");
  });

  test("reads in Spanish that a policy is archived", async ({ page, api }) => {
    const { id } = await api(policyEndpoints.create, {
      body: { display_name: "Bed planning: allow", effect: "allow", actions: [`beds_${Date.now()}.read`] },
    });
    await page.goto(`/policies/${id}`);
    await press(page, "policies.archive.button");
    await confirm(page, "policies.archive.confirm");
    await expectToast(page, "policies.archive.done");
  });

  test("reads in Spanish that the browser did not allow copying", async ({ page, api }) => {
    await page.addInitScript(() => {
      Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error("not allowed")) });
    });
    const { items } = await api(agentEndpoints.list, {});
    await page.goto(`/agents/${items[0]?.id}`);
    await page
      .getByRole("button", { name: words.beginning("ui.copy.label") })
      .locator("visible=true")
      .first()
      .click();
    await expectToast(page, "ui.copy.refused");
  });
});
