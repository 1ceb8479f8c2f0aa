import type { Page } from "@playwright/test";
import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { at, choices, dialog, first, headed, type Place, type Scene, stays } from "../support/place";
import type { HospitalApi } from "../support/test";

const newKey = dialog("a new key", "Create key", "dialog", /^New key for/);

const createKey = (page: Page) =>
  page
    .getByRole("dialog", { name: /^New key for/ })
    .getByRole("button", { name: "Create key" })
    .click();

const KEY_SCENES: readonly Scene[] = [
  newKey,
  {
    name: "how long a key lives",
    async open(page) {
      await newKey.open(page);
      await page.getByRole("combobox", { name: "Expires after" }).click();
      return page.getByRole("listbox");
    },
    async close(page) {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "a key without a name",
    async open(page) {
      await newKey.open(page);
      await createKey(page);
      return page.getByText("Name it after what uses it, such as Production.");
    },
  },
  {
    name: "the key, shown once",
    async open(page) {
      await newKey.open(page);
      await page.getByRole("dialog").getByLabel("Name").fill("Staging");
      await createKey(page);
      return page.getByRole("dialog", { name: "Copy the key now" });
    },
    close: stays,
  },
  {
    name: "the question before the key is gone",
    async open(page) {
      await page.keyboard.press("Escape");
      return page.getByText("Close without the key?");
    },
    async close(page) {
      await page.getByRole("button", { name: "I have stored it" }).click();
    },
  },
  dialog("a sign-in by token", "Add sign-in", "dialog", /^(Trust an issuer|Let tokens sign)/),
  dialog("the question before a key is revoked", /^Revoke key/, "alertdialog", /^Revoke the key/),
  ...["TypeScript", "cURL"].map(
    (language): Scene => ({
      name: `the example in ${language}`,
      async open(page) {
        await page.getByRole("radio", { name: language }).click();
        return page.getByLabel(`${language} example`);
      },
      close: stays,
    }),
  ),
];

const FORM_SCENES: readonly Scene[] = [
  {
    name: "the roles to choose from",
    async open(page) {
      await page.getByLabel("Roles", { exact: true }).click();
      return page.getByRole("listbox");
    },
  },
  choices("the people to choose from", /^Owner/),
  {
    name: "an attribute, and its kinds",
    async open(page) {
      await page.getByRole("button", { name: "Add attribute" }).click();
      await page.getByRole("combobox", { name: "Kind of attribute" }).first().click();
      return page.getByRole("listbox");
    },
  },
  {
    name: "the faults of the form",
    async open(page) {
      await page.getByLabel("Name", { exact: true }).fill("");
      await page.getByRole("button", { name: /^(Register agent|Save changes)$/ }).click();
      return page.locator("[aria-invalid=true]").first();
    },
    close: stays,
  },
];

const ISSUER_SCENES: readonly Scene[] = [
  dialog("a new issuer", "Trust an issuer", "dialog", "Trust an issuer"),
  {
    name: "what is missing of a new issuer",
    async open(page) {
      await page.getByRole("button", { name: "Trust an issuer" }).click();
      const opened = page.getByRole("dialog", { name: "Trust an issuer" });
      await opened.locator("button[type=submit]").click();
      return opened.getByText("Give it a name that your people know.");
    },
  },
];

export const AGENT_PLACES: readonly Place[] = [
  { name: "agents", route: "/agents", as: "admin", path: at("/agents"), ready: headed },
  {
    name: "agents-nothing",
    route: "/agents",
    as: "admin",
    path: at("/agents?search=zzzz"),
    ready: headed,
  },
  {
    name: "agent-new",
    route: "/agents/new",
    as: "admin",
    path: at("/agents/new"),
    ready: headed,
    scenes: FORM_SCENES,
  },
  {
    name: "agent",
    route: "/agents/[id]",
    as: "admin",
    path: async (api) => `/agents/${await agentNamed(api, "Rounds assistant")}`,
    ready: headed,
    scenes: [dialog("the kill switch", "Switch off", "alertdialog", /^Switch off/)],
  },
  {
    name: "agent-keys",
    route: "/agents/[id]",
    as: "admin",
    path: async (api) => `/agents/${await agentNamed(api, "Rounds assistant")}?view=connect`,
    ready: headed,
    scenes: KEY_SCENES,
  },
  {
    name: "agent-read",
    route: "/agents/[id]",
    as: "auditor",
    path: async (api) => `/agents/${await agentNamed(api, "Rounds assistant")}?view=connect`,
    ready: headed,
  },
  {
    name: "agent-edit",
    route: "/agents/[id]/edit",
    as: "admin",
    path: async (api) => `/agents/${await agentNamed(api, "Rounds assistant")}/edit`,
    ready: headed,
  },
  {
    name: "token-issuers",
    route: "/agents/issuers",
    as: "admin",
    path: at("/agents/issuers"),
    ready: headed,
    scenes: ISSUER_SCENES,
  },
];

async function agentNamed(api: HospitalApi, name: string): Promise<string> {
  const { items } = await api(agentEndpoints.list, { query: { limit: 200 } });
  return first(
    items.filter((agent) => agent.name === name),
    `agent named ${name}`,
  ).id;
}
