import type { Page } from "@playwright/test";
import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import {
  at,
  choices,
  dialog,
  first,
  headed,
  type Place,
  questionBeforeLeaving,
  type Scene,
  stays,
} from "../support/place";
import type { HospitalApi } from "../support/test";
import type { Words } from "../support/words";

const newKey = dialog("a new key", "agents.createKey.press", "dialog", "agents.createKey.title");

const createKey = (page: Page, words: Words) =>
  page
    .getByRole("dialog", { name: words.like("agents.createKey.title") })
    .getByRole("button", { name: words("agents.createKey.confirm") })
    .click();

/** With no issuer to choose from, it begins with one. */
const SIGN_IN: Scene = {
  name: "a sign-in by token",
  async open(page, words) {
    await page.getByRole("button", { name: words("agents.bindings.add.press"), exact: true }).click();
    const first = page.getByRole("dialog", { name: words("agents.issuers.form.title") });
    return first.or(page.getByRole("dialog", { name: words.like("agents.bindings.add.title") }));
  },
};

const KILL_SWITCH = dialog(
  "the kill switch",
  "agents.killSwitch.off.press",
  "alertdialog",
  "agents.killSwitch.off.title",
);

const KEY_SCENES: readonly Scene[] = [
  newKey,
  {
    name: "how long a key lives",
    async open(page, words) {
      await newKey.open(page, words);
      await page.getByRole("combobox", { name: words("agents.createKey.expires") }).click();
      return page.getByRole("listbox");
    },
    async close(page) {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "a key without a name",
    async open(page, words) {
      await newKey.open(page, words);
      await createKey(page, words);
      return page.getByText(words("agents.createKey.nameMissing"));
    },
  },
  {
    name: "the key, shown once",
    async open(page, words) {
      await newKey.open(page, words);
      await page.getByRole("dialog").getByLabel(words("agents.createKey.name")).fill("Staging");
      await createKey(page, words);
      return page.getByRole("dialog", { name: words("agents.createKey.shown.title") });
    },
    close: stays,
  },
  {
    name: "the question before the key is gone",
    async open(page, words) {
      await page.keyboard.press("Escape");
      return page.getByText(words("agents.createKey.shown.leaving"));
    },
    async close(page, words) {
      await page.getByRole("button", { name: words("agents.createKey.shown.done") }).click();
    },
  },
  SIGN_IN,
  dialog(
    "the question before a key is revoked",
    "agents.keys.revoke.label",
    "alertdialog",
    "agents.keys.revoke.title",
  ),
  ...["TypeScript", "cURL"].map(
    (language): Scene => ({
      name: `the example in ${language}`,
      async open(page, words) {
        await page.getByRole("radio", { name: language }).click();
        return page.getByLabel(words.like("agents.connect.example", { language }));
      },
      close: stays,
    }),
  ),
];

const FORM_SCENES: readonly Scene[] = [
  {
    name: "the roles to choose from",
    async open(page, words) {
      await page.getByLabel(words("agents.form.roles"), { exact: true }).click();
      return page.getByRole("listbox");
    },
  },
  choices("the people to choose from", "agents.form.owner"),
  {
    name: "an attribute, and its kinds",
    async open(page, words) {
      await page.getByRole("button", { name: words("agents.attributes.add") }).click();
      await page
        .getByRole("combobox", { name: words.like("agents.attributes.kind") })
        .first()
        .click();
      return page.getByRole("listbox");
    },
  },
  {
    name: "the faults of the form",
    async open(page, words) {
      await page.getByLabel(words("agents.form.name"), { exact: true }).fill("");
      await page.getByRole("button", { name: words("agents.form.create"), exact: true }).click();
      return page.locator("[aria-invalid=true]").first();
    },
    close: stays,
  },
  // The attribute of before is entered still.
  questionBeforeLeaving("agents.leave.title"),
];

const ISSUER_SCENES: readonly Scene[] = [
  dialog("a new issuer", "agents.issuers.form.press", "dialog", "agents.issuers.form.title"),
  {
    name: "what is missing of a new issuer",
    async open(page, words) {
      await page.getByRole("button", { name: words("agents.issuers.form.press") }).click();
      const opened = page.getByRole("dialog", { name: words("agents.issuers.form.title") });
      await opened.locator("button[type=submit]").click();
      return opened.getByText(words("agents.issuers.form.nameMissing"));
    },
  },
  {
    name: "the question before what is entered of a new issuer is lost",
    async open(page, words) {
      await page.getByRole("button", { name: words("agents.issuers.form.press") }).click();
      const opened = page.getByRole("dialog", { name: words("agents.issuers.form.title") });
      await opened.getByLabel(words("agents.issuers.form.name"), { exact: true }).fill("Entra");
      await page.keyboard.press("Escape");
      return page.getByRole("alertdialog", { name: words("agents.leave.title") });
    },
    async close(page, words) {
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: words("ui.leave.confirm") })
        .click();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
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
    scenes: [KILL_SWITCH],
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
