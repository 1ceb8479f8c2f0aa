import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { memberEndpoints } from "@/lib/contracts/endpoints/members";
import { roleEndpoints } from "@/lib/contracts/endpoints/roles";
import { root } from "./support/running-app";
import { signIn } from "./support/sign-in";
import { expect, type HospitalApi, type Page, test } from "./support/test";

const DEVELOPER_ROLE = {
  name: "integration_developer",
  display_name: "Integration developer",
  description: "Connects agents: registers them, gives them keys and looks at how they are decided.",
  permissions: [
    "agents.read",
    "agents.write",
    "keys.read",
    "keys.write",
    "roles.read",
    "members.read",
    "policies.read",
    "decisions.explain",
    "audit.read",
  ],
  // Nobody gives an agent more than they hold themselves.
  allows: [{ actions: ["*"] }],
};
/** The program's own settings come from the page. */
const NOBODY = { id: "", api_key: "" };

test("a developer runs the examples of the agent's page as they stand, in Python and in TypeScript", async ({
  app,
  api,
  page,
  context,
  startAgent,
}, testInfo) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: app.baseUrl });
  const { email, password } = await hireDeveloper(api);
  await signIn(page, email, password, "/agents");

  const name = `Discharge planner ${Date.now()}`;
  const key = await test.step("registers the agent and creates its key", async () => {
    await page.getByRole("link", { name: "Register an agent" }).first().click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Remove Agent", exact: true }).click();
    await page.getByRole("button", { name: "Register agent" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    return createKey(page);
  });

  const folder = testInfo.outputPath("agent");
  const settings = (await copied(page, "Environment variables")).replace("sk_live_…", key);
  expect(settings).toContain(`KYNARA_BASE_URL=${app.baseUrl}`);
  await writePrograms(folder, {
    "agent.py": await copied(page, "Python example"),
    "agent.ts": await test.step("turns to TypeScript", async () => {
      await page.getByRole("radio", { name: "TypeScript" }).click();
      return copied(page, "TypeScript example");
    }),
  });
  const run = async (command: string) => {
    const script = join(folder, "run.sh");
    await writeFile(script, `${settings}\ncd '${folder}'\n${command}\n`);
    return startAgent("bash", [script], NOBODY).finished;
  };

  await test.step("is refused, and told what to do", async () => {
    const python = await run("python3 use.py");
    expect(python.code).not.toBe(0);
    expect(python.output).toContain("PermissionDenied");
    expect(python.output).toContain("No role of the requester permits ehr.read on patient_record.");
    expect(python.output).toContain("An administrator can give a role that does.");
    expect(python.output).not.toContain("it ran");
    const node = await run(`'${process.execPath}' use.js`);
    expect(node.code).not.toBe(0);
    expect(node.output).toContain("An administrator can give a role that does.");
    expect(node.output).not.toContain("it ran");
  });

  await test.step("gives it the role", async () => {
    await page.getByRole("link", { name: "Change", exact: true }).click();
    await page.getByLabel("Roles", { exact: true }).fill("Agent");
    await page.getByRole("option", { name: /^Agent/ }).click();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Remove Agent", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("button", { name: "Save changes" })).toBeHidden();
  });

  await test.step("runs both programs as they stand", async () => {
    expect(await run("python3 use.py")).toMatchObject({ code: 0, output: "it ran\n" });
    expect(await run(`'${process.execPath}' use.js`)).toMatchObject({ code: 0, output: "it ran\n" });
  });

  await test.step("sees the decisions on the agent's page", async () => {
    await page.getByRole("link", { name: "Agents", exact: true }).locator("visible=true").first().click();
    await page.getByRole("link", { name }).click();
    const decisions = page.getByRole("region", { name: "Recent decisions" });
    await expect(decisions.getByRole("listitem")).toHaveCount(4);
    await expect(decisions.getByRole("listitem").filter({ hasText: "Denied" })).toHaveCount(2);
    await expect(decisions.getByRole("listitem").filter({ hasText: "Allowed" })).toHaveCount(2);
  });

  await test.step("sees in Try it why", async () => {
    await page.goto("/try-it");
    // The list of agents may come only now, and with it the name that stood there.
    await expect(async () => {
      await page.getByRole("combobox", { name: /^Agent/ }).fill(name);
      await expect(page.getByRole("option", { name: new RegExp(name) })).toBeVisible({ timeout: 2000 });
    }).toPass();
    await page.keyboard.press("Enter");
    await page.getByLabel("Action", { exact: true }).fill("ehr.read");
    await page.getByLabel("Resource type", { exact: true }).fill("patient_record");
    const attribute = /^Resource attributes.*: /.source;
    await page.getByRole("textbox", { name: new RegExp(`${attribute}name$`) }).fill("record_type");
    await page.getByRole("textbox", { name: new RegExp(`${attribute}value$`) }).fill("diagnosis");
    await page.getByRole("button", { name: "Explain" }).click();
    await expect(page.getByText("asks for an approval").first()).toBeVisible();
  });
});

/** Adds a person who may connect agents and nothing more. */
async function hireDeveloper(api: HospitalApi): Promise<{ email: string; password: string }> {
  const { items } = await api(roleEndpoints.list, { query: { limit: 200 } });
  if (!items.some((role) => role.name === DEVELOPER_ROLE.name)) {
    await api(roleEndpoints.create, { body: DEVELOPER_ROLE });
  }
  const credentials = {
    email: `developer.${Date.now()}@mercyvalley.example`,
    password: "connects agents all day",
  };
  await api(memberEndpoints.create, {
    body: { ...credentials, name: "Noa Lindqvist", roles: [DEVELOPER_ROLE.name] },
  });
  return credentials;
}

/** Creates a key on the agent's page. @returns the key, which is shown this once. */
async function createKey(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Create key" }).click();
  const asking = page.getByRole("dialog", { name: /^New key for/ });
  await asking.getByLabel("Name").fill("Staging");
  await asking.getByRole("button", { name: "Create key" }).click();
  const shown = page.getByRole("dialog", { name: "Copy the key now" });
  await shown.getByRole("button", { name: "Copy key" }).click();
  const key = await page.evaluate(() => navigator.clipboard.readText());
  expect(key).toMatch(/^sk_live_/);
  await shown.getByRole("button", { name: "I have stored it" }).click();
  await expect(shown).toBeHidden();
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  return key;
}

/** Copies a piece of code with the button that stands on it. */
async function copied(page: Page, label: string): Promise<string> {
  const code = page.getByLabel(label, { exact: true });
  const block = page.locator("figure").filter({ has: code });
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await block.getByRole("button", { name: /^Copy/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe("");
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Writes the copied files as they are, and beside each two lines that call what it exports. */
async function writePrograms(
  folder: string,
  files: { "agent.py": string; "agent.ts": string },
): Promise<void> {
  await mkdir(join(folder, "node_modules/@kynara"), { recursive: true });
  await symlink(join(root, "sdk/typescript"), join(folder, "node_modules/@kynara/sdk"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  await writeFile(join(folder, "agent.py"), files["agent.py"]);
  await writeFile(
    join(folder, "use.py"),
    'from agent import guarded_call\n\nguarded_call("123", "demographics")\nprint("it ran")\n',
  );
  // Node 20 does not take types away by itself.
  const { code } = await transform(files["agent.ts"], { loader: "ts", format: "esm" });
  await writeFile(join(folder, "agent.js"), code);
  await writeFile(
    join(folder, "use.js"),
    'import { guardedCall } from "./agent.js";\n\nawait guardedCall("123", "demographics");\nconsole.log("it ran");\n',
  );
}
