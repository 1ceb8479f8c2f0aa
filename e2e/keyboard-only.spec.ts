import type { Page } from "@playwright/test";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { enter, expectFocusInSight, hasFocus, signInByKeyboard, tabTo, typeInto } from "./support/keyboard";
import { expect, test } from "./support/test";
import { verifyOffline } from "./support/verify-offline";

// Each main job with the keyboard alone: nothing here may click, fill or focus by any other means than page.keyboard.

// Every stop on the way is looked at, and there are many.
test.setTimeout(180_000);

const RECORD_TYPES = ["diagnosis", "medication", "lab_result", "imaging"];

test("a physician approves and denies from the inbox by keyboard", async ({ page, app, runPythonAgent }) => {
  const diagnosis = runPythonAgent(["123", "diagnosis"]);
  const medication = runPythonAgent(["marge-simpson", "medication"]);
  const [first, second] = [await requestOf(diagnosis.output), await requestOf(medication.output)];
  await signInByKeyboard(page, app.demo.people.physician, "/inbox");

  await openRequest(page, first);
  await expect(page.getByRole("heading", { level: 2, name: "Read diagnosis" })).toBeFocused();
  await page.keyboard.press("a");
  await expectFocusInSight(page);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Approving in \d…/)).toBeVisible();
  await expectFocusInSight(page);
  await expect(page.getByText(/^Approved by /).first()).toBeVisible();
  const approved = await diagnosis.finished;
  expect(approved.output).toContain("Type 2 diabetes mellitus");
  expect(approved.code).toBe(0);

  await openRequest(page, second);
  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog", { name: /^Deny: / });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expectFocusInSight(page);
  await enter(page, dialog.getByRole("button", { name: "Deny", exact: true }));
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Denied by /).first()).toBeVisible();
  expect((await medication.finished).code).toBe(1);
});

test("an admin builds and publishes the example policy by keyboard", async ({ page, app, api }) => {
  const name = `PHI access by keyboard (${Date.now()})`;
  await signInByKeyboard(page, app.demo.people.admin, "/policies");
  await enter(page, page.getByRole("link", { name: "New policy" }));
  await expect(page.getByRole("heading", { level: 1, name: "New policy" })).toBeVisible();

  await typeInto(page, page.getByLabel("Name", { exact: true }), name);
  const chosen = page.getByRole("radiogroup", { name: "Effect" }).getByRole("radio", { checked: true });
  await tabTo(page, chosen);
  await expect(chosen).toHaveAccessibleName(/Require approval/);
  await typeInto(page, page.getByRole("textbox", { name: "Actions" }), "ehr.read");
  await page.keyboard.press("Enter");
  await typeInto(page, page.getByLabel("Priority"), "100");

  await enter(page, page.getByRole("button", { name: "Add condition" }));
  const attribute = page.getByRole("combobox", { name: "Attribute, condition 1" });
  await expect(attribute).toBeFocused();
  await page.keyboard.type("record_type");
  await expect(page.getByRole("option", { name: /record_type/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(attribute).toHaveValue("ctx.resource.attrs.record_type");
  await enter(page, page.getByRole("combobox", { name: "Comparison, condition 1" }));
  await expect(page.getByRole("option", { name: "is one of", exact: true })).toBeVisible();
  await page.keyboard.type("is one of");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Comparison, condition 1" })).toContainText("is one of");
  await tabTo(page, page.getByRole("textbox", { name: "Value, condition 1" }));
  for (const type of RECORD_TYPES) {
    await page.keyboard.type(type);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("status", { name: "What it says" })).toContainText(
    "record type is diagnosis, medication, lab result or imaging",
  );

  await enter(page, page.getByRole("button", { name: "Publish policy" }));
  const question = page.getByRole("alertdialog");
  await expect(question).toBeVisible();
  await enter(page, question.getByRole("button", { name: "Publish", exact: true }));
  await expect(page).toHaveURL(/\/policies\/pol_/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const made = await api(policyEndpoints.get, { params: { id } });
  expect(made.document).toMatchObject({
    effect: "require_approval",
    priority: 100,
    actions: ["ehr.read"],
    condition: { op: "in", args: ["ctx.resource.attrs.record_type", RECORD_TYPES] },
  });
  await api(policyEndpoints.archive, { params: { id }, body: {} });
});

test("an auditor verifies and exports the log by keyboard", async ({ page, app }, testInfo) => {
  await signInByKeyboard(page, app.demo.people.auditor, "/audit");
  await page.reload();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await expectFocusInSight(page);
  await page.keyboard.press("Enter");
  await enter(page, page.getByRole("link", { name: "Verification" }));
  await enter(page, page.getByRole("button", { name: "Verify the whole log" }));
  await expect(page.getByText("The log holds")).toBeVisible();

  await enter(page, page.getByRole("button", { name: "Export", exact: true }), { back: true });
  const dialog = page.getByRole("dialog", { name: "Export the log" });
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole("link", { name: "Download" }));
  const arriving = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const file = testInfo.outputPath("log.jsonl");
  await (await arriving).saveAs(file);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await verifyOffline(file)).toMatchObject({ code: 0, report: { result: "holds" } });
});

/** The id of the request that the agent waits for. */
async function requestOf(output: () => string): Promise<string> {
  await expect.poll(output).toContain("waiting for a physician");
  const address = /waiting for a physician: (\S+)/.exec(output())?.[1] ?? "";
  return new URL(address).pathname.split("/").at(-1) ?? "";
}

/** Goes through the list with K and J until the request has the focus, and into it with Enter. */
async function openRequest(page: Page, id: string): Promise<void> {
  const row = page.locator(`a[data-request="${id}"]`);
  await expect(row).toBeVisible();
  const count = await page.locator("a[data-request]").count();
  for (const key of ["k", "j"]) {
    for (let step = 0; step < count && !(await hasFocus(row)); step++) {
      await page.keyboard.press(key);
      // The next press goes on from here, as a person's would.
      await expect(page.locator("a[data-request][aria-current=true]")).toBeFocused();
      await expectFocusInSight(page);
    }
  }
  await expect(row).toBeFocused();
  await page.keyboard.press("Enter");
}
