import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { expect, test } from "./support/test";

/**
 * An administrator gives an agent its place and its key; a policy allows what it asks for; the switch in the console
 * then stops its very next call.
 */
test("the kill switch stops the agent's next call", async ({ app, api, signInAs, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: app.baseUrl });
  const action = `kill_switch_${Date.now()}.read`;
  await api(policyEndpoints.create, {
    body: { display_name: "Bed planning: allow", effect: "allow", actions: [action] },
  });

  const page = await signInAs("admin");
  const name = `Bed planner ${Date.now()}`;
  await page.goto("/agents");
  await page.getByRole("link", { name: "Register an agent" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Register agent" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.getByRole("button", { name: "Create key" }).click();
  // A toast is a dialog too, so each is asked for by its title.
  const asking = page.getByRole("dialog", { name: /^New key for/ });
  const dialog = page.getByRole("dialog", { name: "Copy the key now" });
  await asking.getByLabel("Name").fill("Production");
  await asking.getByRole("button", { name: "Create key" }).click();
  await dialog.getByRole("button", { name: "Copy key" }).click();
  const key = await page.evaluate(() => navigator.clipboard.readText());
  expect(key).toMatch(/^sk_live_/);
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(key)).toHaveCount(0);

  const ask = async () => {
    const answer = await fetch(`${app.baseUrl}/api/v1/decisions/check`, {
      method: "POST",
      headers: { "X-Kynara-Key": key, "Content-Type": "application/json" },
      body: JSON.stringify({ action, resource: { type: "bed", id: "3B-12" } }),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { effect: string; reason: string };
  };
  expect(await ask()).toMatchObject({ effect: "allow" });

  await page.getByRole("button", { name: "Switch off" }).click();
  const confirm = page.getByRole("alertdialog");
  await expect(confirm).toContainText("very next call is denied");
  await confirm.getByLabel("Reason").fill("Books beds that do not exist");
  await confirm.getByRole("button", { name: "Switch off now" }).click();
  await expect(confirm).toBeHidden();
  await expect(page.getByText("Switched off: every request is denied")).toBeVisible();
  expect(await ask()).toMatchObject({ effect: "deny", reason: "agent_disabled" });
  await expect(page.getByText("Books beds that do not exist")).toBeVisible();

  await page.getByRole("button", { name: "Switch on" }).click();
  await confirm.getByRole("button", { name: "Switch on" }).click();
  await expect(confirm).toBeHidden();
  await expect(page.getByText("Switched off: every request is denied")).toBeHidden();
  expect(await ask()).toMatchObject({ effect: "allow" });
});
