import { decisionEndpoints } from "@/lib/contracts/endpoints/decisions";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { expect, test } from "./support/test";

const RECORD_TYPES = ["diagnosis", "medication", "lab_result", "imaging"];

test("admin builds the example policy in the visual builder without touching JSON", async ({
  signInAs,
  api,
}) => {
  const name = `PHI access: require approval for clinical data (${Date.now()})`;
  const page = await signInAs("admin", "/policies");
  await page.getByRole("link", { name: "New policy" }).click();

  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("radio", { name: /Require approval/ }).check();
  const actions = page.getByRole("textbox", { name: "Actions" });
  await actions.fill("ehr.read");
  await actions.press("Enter");
  await page.getByLabel("Priority").fill("100");

  const condition = page.getByRole("region", { name: "Condition", exact: true });
  await condition.getByRole("button", { name: "Add condition" }).click();
  const attribute = page.getByRole("combobox", { name: "Attribute, condition 1" });
  await expect(attribute).toBeFocused();
  await attribute.fill("record_type");
  await page
    .getByRole("option", { name: /record_type/ })
    .first()
    .click();
  await expect(attribute).toHaveValue("ctx.resource.attrs.record_type");
  await page.getByRole("combobox", { name: "Comparison, condition 1" }).click();
  await page.getByRole("option", { name: "is one of", exact: true }).click();
  const values = page.getByRole("textbox", { name: "Value, condition 1" });
  for (const type of RECORD_TYPES) {
    await values.fill(type);
    await values.press("Enter");
  }

  await expect(page.getByRole("status", { name: "What it says" })).toContainText(
    "record type is diagnosis, medication, lab result or imaging",
  );
  await page.getByRole("radio", { name: "Try it" }).check();
  const outcome = page.getByRole("region", { name: "Outcome" });
  await expect(outcome).toContainText("Needs approval");
  await expect(outcome).toContainText("This policy decides.");

  await page.getByRole("button", { name: "Publish policy" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page).toHaveURL(/\/policies\/pol_/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const made = await api(policyEndpoints.get, { params: { id } });
  expect(made.document).toMatchObject({
    display_name: name,
    effect: "require_approval",
    priority: 100,
    actions: ["ehr.read"],
    condition: { op: "in", args: ["ctx.resource.attrs.record_type", RECORD_TYPES] },
    unknown: "match",
    enabled: true,
  });
  const ctx = { action: { name: "ehr.read" }, resource: { attrs: { record_type: "imaging" } } };
  const { results } = await api(decisionEndpoints.simulate, {
    body: { policies: [{ ...made.document, id }], requests: [ctx] },
  });
  expect(results[0]).toMatchObject({ effect: "require_approval", matched_policy_id: id });

  // The hospital is shared with other tests: what this one published decides nothing there any more.
  await page.getByRole("button", { name: "Archive" }).click();
  await page.getByRole("button", { name: "Archive policy" }).click();
  await expect(page).toHaveURL(/\/policies$/);
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("an auditor reads policies and finds no way to change them", async ({ signInAs, api }) => {
  const [policy] = (await api(policyEndpoints.list, {})).items;
  if (policy === undefined) throw new Error("The demo hospital has no policy.");
  const page = await signInAs("auditor", `/policies/${policy.id}`);
  await expect(page.getByRole("heading", { level: 1, name: policy.display_name })).toBeVisible();
  await expect(page.getByRole("button", { name: /Publish|Archive|Undo/ })).toHaveCount(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.goto("/policies/new");
  await expect(page.getByRole("heading", { name: "Not part of your role" })).toBeVisible();
  const answer = await page.request.put(`/api/v1/policies/${policy.id}`, { data: policy.document });
  expect(answer.status()).toBe(403);
});

test("a physician is not shown policies", async ({ signInAs }) => {
  const page = await signInAs("physician", "/policies");
  await expect(page.getByRole("heading", { name: "Not part of your role" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Policies" })).toHaveCount(0);
});
