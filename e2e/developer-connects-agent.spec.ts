import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { tokenIssuerEndpoints } from "@/lib/contracts/endpoints/token-issuers";
import { expect, type Page, test } from "./support/test";

/** From an agent's name to its first decision, seen on the page that said what to paste. */
test("a developer registers an agent, takes its key and sees its first decision come in", async ({
  app,
  signInAs,
}) => {
  const page = await signInAs("admin");
  const name = `Ward scribe ${Date.now()}`;
  await page.goto("/agents/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Register agent" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const live = page.getByRole("region", { name: "First decision" });
  await expect(live).toContainText("It needs a key first");

  await page.getByRole("button", { name: "Create key" }).click();
  const asking = page.getByRole("dialog", { name: /^New key for/ });
  await asking.getByLabel("Name").fill("Production");
  await asking.getByRole("button", { name: "Create key" }).click();
  const shown = page.getByRole("dialog", { name: "Copy the key now" });
  const settings = await shown
    .getByRole("region", { name: "Environment variables with the key" })
    .textContent();
  await shown.getByRole("button", { name: "I have stored it" }).click();
  await expect(live).toContainText("Run the code");

  const setting = (variable: string) => new RegExp(`${variable}=(\\S+)`).exec(settings ?? "")?.[1] ?? "";
  expect(setting("KYNARA_BASE_URL")).toBe(app.baseUrl);
  const answer = await fetch(`${setting("KYNARA_BASE_URL")}/api/v1/decisions/check`, {
    method: "POST",
    headers: { "X-Kynara-Key": setting("KYNARA_API_KEY"), "Content-Type": "application/json" },
    body: JSON.stringify({
      subject_type: "agent",
      subject_id: setting("KYNARA_AGENT_ID"),
      action: "first_steps.read",
      resource: { type: "handbook" },
    }),
  });
  expect(await answer.json()).toMatchObject({ effect: "deny", reason: "no_matching_policy" });
  // Nobody touches the page: the decision comes up by itself.
  const seen = page.getByRole("region", { name: "It works: the first decisions" });
  await expect(seen).toContainText("first_steps.read on handbook");
  await expect(seen).toContainText("No policy covers it");
  await expect(seen).toContainText("A denial is a good sign too");
});

test("an administrator lets tokens sign an agent in, and takes back what was a slip", async ({
  api,
  signInAs,
}) => {
  const { id } = await api(agentEndpoints.create, { body: { name: `Token agent ${Date.now()}` } });
  const subject = `system:serviceaccount:agents:${id}`;
  const page = await signInAs("admin", `/agents/${id}?view=connect`);
  const bindings = async () =>
    (await api(tokenIssuerEndpoints.listBindings, { query: { agent_id: id } })).items.map(
      (binding) => binding.subject,
    );

  await page.getByRole("button", { name: "Add sign-in" }).click();
  const dialog = page.getByRole("dialog", { name: /^(Trust an issuer|Let tokens sign)/ });
  await expect(dialog).toBeVisible();
  if (await dialog.getByLabel("Issuer address").isVisible()) await trustIssuer(page);
  await dialog.getByLabel("Subject").fill(subject);
  await dialog.getByRole("button", { name: "Add sign-in" }).click();
  const card = page.getByRole("region", { name: "Sign-in by token" });
  await expect(card).toContainText(`subject ${subject}`);
  expect(await bindings()).toEqual([subject]);

  await card.getByRole("button", { name: `Remove sign-in of subject ${subject}` }).click();
  const confirm = page.getByRole("alertdialog");
  await expect(confirm).toContainText("cannot ask for anything then");
  await confirm.getByRole("button", { name: "Remove sign-in" }).click();
  await expect(card).toContainText("No token signs it in");
  expect(await bindings()).toEqual([]);

  // Beneath it another notice with an Undo may still stand: that of the issuer.
  const notice = page.getByRole("dialog", { name: "The sign-in by token was removed" });
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(card).toContainText(`subject ${subject}`);
  expect(await bindings()).toEqual([subject]);
});

async function trustIssuer(page: Page): Promise<void> {
  const form = page.getByRole("dialog", { name: "Trust an issuer" });
  await form.getByLabel("Name", { exact: true }).fill("Hospital identity");
  await form.getByLabel("Issuer address").fill("https://login.example.org/tenant/v2.0");
  await form.getByLabel("Address of the keys").fill("https://login.example.org/tenant/keys");
  await form.getByRole("button", { name: "Trust issuer" }).click();
  await expect(page.getByRole("dialog", { name: /^Let tokens sign/ })).toBeVisible();
}

test("a renamed agent gets its name back by Undo, unless somebody else has changed it since", async ({
  api,
  signInAs,
}) => {
  const { id, name } = await api(agentEndpoints.create, { body: { name: `Renamed agent ${Date.now()}` } });
  const page = await signInAs("admin", `/agents/${id}/edit`);
  const rename = async (next: string) => {
    await page.getByLabel("Name", { exact: true }).fill(next);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { level: 1, name: next })).toBeVisible();
  };
  await rename(`${name} II`);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Change" }).click();
  await rename(`${name} III`);
  await api(agentEndpoints.update, { params: { id }, body: { description: "Somebody else’s" } });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Nothing of theirs was overwritten.").first()).toBeVisible();
  const stored = await api(agentEndpoints.get, { params: { id } });
  expect(stored).toMatchObject({ name: `${name} III`, description: "Somebody else’s" });
});
