import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { policyOrderEndpoints } from "@/lib/contracts/endpoints/policy-order";
import type { PolicyView } from "@/lib/contracts/policies";
import { expect, type HospitalApi, test } from "./support/test";

/** Two rules about an action that nobody else's tests use; the second one never gets to decide. */
async function twoRules(api: HospitalApi): Promise<{ allow: PolicyView; deny: PolicyView }> {
  const action = `reorder_${Date.now()}.read`;
  const rule = (display_name: string, effect: string, priority: number) =>
    api(policyEndpoints.create, { body: { display_name, effect, priority, actions: [action] } });
  return {
    allow: await rule(`Reading is allowed ${action}`, "allow", 810),
    deny: await rule(`Reading is denied ${action}`, "deny", 830),
  };
}

/** The hospital is shared with other tests. */
async function archive(api: HospitalApi, ...policies: PolicyView[]): Promise<void> {
  for (const { id } of policies) await api(policyEndpoints.archive, { params: { id }, body: {} });
}

const priorityOf = async (api: HospitalApi, { id }: PolicyView) =>
  (await api(policyEndpoints.get, { params: { id } })).priority;

async function startOrdering(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Reorder" }).click();
  await expect(page.getByRole("region", { name: "Policies in the new order" })).toBeVisible();
}

/** Where a rule stands in the order under way. */
async function placeOf(page: Page, policy: PolicyView): Promise<number> {
  const rows = page.getByRole("region", { name: "Policies in the new order" }).getByRole("listitem");
  const texts = await rows.allTextContents();
  return texts.findIndex((text) => text.includes(policy.display_name));
}

test("admin drags a rule before another, sees what that changes, saves and takes it back", async ({
  signInAs,
  api,
}) => {
  const { allow, deny } = await twoRules(api);
  const page = await signInAs("admin", "/policies");
  await startOrdering(page);
  const preview = page.getByRole("region", { name: "What changes" });
  await expect(preview).toContainText("Move a rule to see here");

  const handle = page.getByRole("button", { name: `Move “${deny.display_name}”` });
  const target = page.getByRole("button", { name: `Move “${allow.display_name}”` });
  await handle.scrollIntoViewIfNeeded();
  const [from, to] = [await handle.boundingBox(), await target.boundingBox()];
  if (from === null || to === null) throw new Error("The handles cannot be seen.");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
  await expect.poll(async () => (await placeOf(page, deny)) < (await placeOf(page, allow))).toBe(true);

  // Dropping has saved nothing.
  expect(await priorityOf(api, deny)).toBe(830);
  await expect(preview.getByRole("region", { name: "Priorities" }).getByRole("listitem")).toHaveCount(1);
  const decisions = preview.getByRole("region", { name: "Decisions", exact: true });
  await expect(decisions).toContainText(`${deny.display_name} now comes before ${allow.display_name}`);
  await expect(decisions).toContainText("Allowed becomes Denied");
  await expect(preview.getByRole("region", { name: "Sample requests" })).toContainText("AllowedDenied");

  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);

  await preview.getByRole("button", { name: "Save order" }).click();
  await expect(page.getByText("Order saved")).toBeVisible();
  const saved = await priorityOf(api, deny);
  expect(saved).toBeLessThanOrEqual(810);
  expect(await priorityOf(api, allow)).toBe(810);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The former order is back")).toBeVisible();
  expect(await priorityOf(api, deny)).toBe(830);
  await archive(api, allow, deny);
});

test("admin reorders by keyboard alone, and is told by name when somebody was faster", async ({
  signInAs,
  api,
}) => {
  const { allow, deny } = await twoRules(api);
  const page = await signInAs("admin", "/policies");
  await startOrdering(page);
  const places = [await placeOf(page, allow), await placeOf(page, deny)];
  const handle = page.getByRole("button", { name: `Move “${deny.display_name}”` });
  await handle.focus();
  await page.keyboard.press("Space");
  await expect(page.getByText(`“${deny.display_name}” picked up`, { exact: false })).toBeAttached();
  // The arrow's place counts from one, the list's from nought: the first step up leads to the place of its own index.
  for (let place = places[1] ?? 0; place > (places[0] ?? 0); place -= 1) {
    await page.keyboard.press("ArrowUp");
    await expect(page.getByText(`is at place ${place} of`)).toBeAttached();
  }
  await page.keyboard.press("Space");
  await expect(page.getByText("Nothing is saved yet.", { exact: false })).toBeAttached();
  await expect(handle).toBeFocused();

  await api(policyEndpoints.update, {
    params: { id: deny.id },
    body: { ...deny.document, display_name: `${deny.display_name}, renamed` },
  });
  const preview = page.getByRole("region", { name: "What changes" });
  const save = preview.getByRole("button", { name: "Save order" });
  await save.focus();
  await page.keyboard.press("Enter");
  await expect(preview.getByRole("alert")).toContainText("renamed");
  expect(await priorityOf(api, deny)).toBe(830);

  await preview.getByRole("button", { name: "Load the newest order" }).press("Enter");
  await page.getByRole("button", { name: `Where to put “${deny.display_name}, renamed”` }).press("Enter");
  await page.getByRole("menuitem", { name: "Up", exact: true }).press("Enter");
  await save.press("Enter");
  await expect(page.getByText("Order saved")).toBeVisible();
  expect(await priorityOf(api, deny)).toBeLessThan(830);
  await archive(api, allow, deny);
});

test("on a phone the preview opens before anything can be saved, and an auditor cannot reorder", async ({
  signInAs,
  api,
}) => {
  const { allow, deny } = await twoRules(api);
  const page = await signInAs("admin", "/policies");
  await page.setViewportSize({ width: 390, height: 844 });
  await startOrdering(page);
  await page.getByRole("button", { name: `Where to put “${deny.display_name}”` }).click();
  await page.getByRole("menuitem", { name: "To the top" }).click();
  await expect(page.getByRole("button", { name: "Save order" })).toHaveCount(0);
  await page.getByRole("button", { name: "See what changes" }).click();
  const dialog = page.getByRole("dialog", { name: "What changes" });
  await expect(dialog).toContainText(deny.display_name);
  await expect(dialog.getByRole("button", { name: "Save order" })).toBeVisible();

  const auditor = await signInAs("auditor", "/policies");
  await expect(auditor.getByRole("link", { name: allow.display_name })).toBeVisible();
  await expect(auditor.getByRole("button", { name: "Reorder" })).toHaveCount(0);
  const { path } = policyOrderEndpoints.reorder;
  const answer = await auditor.request.post(path, {
    data: { changes: [{ id: deny.id, version: 1, priority: 1 }] },
  });
  expect(answer.status()).toBe(403);
  await archive(api, allow, deny);
});
