import type { Page } from "@playwright/test";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import type { PolicyView } from "@/lib/contracts/policies";
import { at, choices, dialog, first, headed, type Place, type Scene, stays } from "../support/place";
import type { HospitalApi } from "../support/test";

/** Turns to one of the views over the same draft; a wide screen keeps the form beside it. */
const view = (label: string) => async (page: Page) => {
  await page.getByRole("radio", { name: label, exact: true }).locator("visible=true").first().click();
};
const form = async (page: Page) => {
  const radio = page.getByRole("radio", { name: "Form", exact: true });
  if (await radio.isVisible()) await radio.click();
};

/** Makes the draft differ from what is in force. */
async function change(page: Page): Promise<void> {
  const name = page.getByLabel("Name", { exact: true });
  await name.fill(`${await name.inputValue()}!`);
}

const NEW_POLICY_SCENES: readonly Scene[] = [
  {
    name: "what is missing",
    async open(page) {
      await change(page);
      await page.getByRole("button", { name: "Publish policy" }).click();
      return page.getByText(/to correct first$/);
    },
    close: stays,
  },
];

const BUILDER_SCENES: readonly Scene[] = [
  choices("the attributes to choose from", /^Attribute, condition/),
  choices("the comparisons to choose from", /^Comparison, condition/),
  {
    name: "what can be done with a condition",
    async open(page) {
      await page
        .getByRole("button", { name: /^More for condition/ })
        .first()
        .click();
      return page.getByRole("menu");
    },
  },
  {
    name: "a condition to paste",
    async open(page) {
      await page
        .getByRole("button", { name: /^More for condition/ })
        .first()
        .click();
      await page.getByRole("menuitem", { name: /^Paste JSON/ }).click();
      const opened = page.getByRole("dialog", { name: "Paste a condition" });
      await opened.getByLabel("Condition as JSON").fill("{");
      return opened.getByText("This is no JSON.");
    },
  },
  {
    name: "a toast",
    async open(page) {
      await page
        .getByRole("button", { name: /^More for condition/ })
        .first()
        .click();
      await page.getByRole("menuitem", { name: "Copy as JSON" }).click();
      return page.getByText(/^(Condition copied as JSON|The browser did not allow copying)$/);
    },
    async close(page) {
      // It goes by itself.
      await page
        .getByText(/^(Condition copied as JSON|The browser did not allow copying)$/)
        .waitFor({ state: "hidden" });
    },
  },
  {
    name: "the simulator",
    async open(page) {
      await view("Try it")(page);
      return page.getByRole("region", { name: "Outcome" });
    },
    close: form,
  },
  {
    name: "the JSON",
    async open(page) {
      await view("JSON")(page);
      return page.getByRole("textbox", { name: /JSON/ });
    },
    close: stays,
  },
  {
    name: "JSON that is not complete",
    async open(page) {
      await page.getByRole("textbox", { name: /JSON/ }).fill('{ "display_name": ');
      return page.getByRole("button", { name: "Back to the last complete text" });
    },
    async close(page) {
      await page.getByRole("button", { name: "Back to the last complete text" }).click();
      await form(page);
    },
  },
  dialog("the question before it is archived", "Archive", "alertdialog", "Archive this policy?"),
  {
    name: "the last look before publishing",
    async open(page) {
      await change(page);
      await page.getByRole("button", { name: "Publish changes" }).click();
      return page.getByRole("alertdialog", { name: /^Publish version/ });
    },
  },
  {
    name: "the question before leaving",
    async open(page) {
      await page.getByRole("link", { name: "Policies" }).locator("visible=true").first().click();
      return page.getByRole("alertdialog", { name: "Leave without publishing?" });
    },
  },
];

const ordering = (page: Page) => page.getByRole("region", { name: "Policies in the new order" });
const firstHandle = (page: Page) =>
  ordering(page)
    .getByRole("button", { name: /^Move “/ })
    .first();
/** The words for screen readers, which the last of the keys left. */
const told = async (page: Page, words: RegExp) => {
  await page.getByText(words).waitFor({ state: "attached" });
};

async function lift(page: Page): Promise<void> {
  await firstHandle(page).focus();
  await page.keyboard.press("Space");
  await told(page, /picked up, place 1 of/);
}

/** Puts the first rule behind the second one; nothing is saved by that. */
async function moveFirst(page: Page): Promise<void> {
  await lift(page);
  await page.keyboard.press("ArrowDown");
  await told(page, /is at place 2 of/);
  await page.keyboard.press("Space");
  await told(page, /Nothing is saved yet/);
}

const ORDER_SCENES: readonly Scene[] = [
  {
    name: "a rule that is lifted",
    async open(page) {
      await lift(page);
      return ordering(page);
    },
    async close(page) {
      await page.keyboard.press("Escape");
      await told(page, /is where it was/);
    },
  },
  {
    name: "where a rule can be put",
    async open(page) {
      await page
        .getByRole("button", { name: /^Where to put “/ })
        .first()
        .click();
      return page.getByRole("menu");
    },
  },
  {
    name: "what the new order changes",
    on: "desk",
    async open(page) {
      await moveFirst(page);
      return page.getByRole("region", { name: "What changes" }).getByRole("button", { name: "Save order" });
    },
    close: stays,
  },
  {
    name: "what the new order changes, over the list",
    on: "phone",
    async open(page) {
      await moveFirst(page);
      await page.getByRole("button", { name: "See what changes" }).click();
      return page.getByRole("dialog", { name: "What changes" });
    },
  },
];

export const POLICY_PLACES: readonly Place[] = [
  { name: "policies", route: "/policies", as: "admin", path: at("/policies"), ready: headed },
  {
    name: "policies-order",
    route: "/policies",
    as: "admin",
    path: at("/policies"),
    ready: headed,
    async prepare(page, words) {
      await page.getByRole("button", { name: words("policies.reorder.start") }).click();
      await page.getByRole("region", { name: words("policies.reorder.list") }).waitFor();
    },
    scenes: ORDER_SCENES,
  },
  {
    name: "policies-archived",
    route: "/policies",
    as: "admin",
    path: at("/policies?status=archived"),
    ready: headed,
  },
  {
    name: "policy-new",
    route: "/policies/new",
    as: "admin",
    path: at("/policies/new"),
    ready: headed,
    scenes: NEW_POLICY_SCENES,
  },
  {
    name: "policy-builder",
    route: "/policies/[id]",
    as: "admin",
    path: async (api) => `/policies/${(await conditionPolicy(api)).id}`,
    ready: headed,
    async prepare(page, words) {
      await page
        .getByRole("region", { name: words("policies.form.sections.condition"), exact: true })
        .evaluate((element) => element.scrollIntoView({ block: "center" }));
    },
    scenes: BUILDER_SCENES,
  },
  {
    name: "policy-read",
    route: "/policies/[id]",
    as: "auditor",
    path: async (api) => `/policies/${(await conditionPolicy(api)).id}`,
    ready: headed,
  },
  {
    name: "policy-versions",
    route: "/policies/[id]/versions",
    as: "admin",
    path: async (api) => `/policies/${(await conditionPolicy(api)).id}/versions`,
    ready: headed,
  },
  {
    name: "policy-version-compared",
    route: "/policies/[id]/versions",
    as: "admin",
    path: async (api) => `/policies/${(await changedPolicy(api)).id}/versions?version=1`,
    ready: headed,
    scenes: [
      dialog("the question before it is restored", "Restore this version", "alertdialog", /^Restore version/),
    ],
  },
  {
    name: "policy-not-found",
    route: "/policies/[id]",
    as: "admin",
    path: at("/policies/pol_0000"),
    ready: headed,
    status: 404,
  },
];

/** The policy with a condition: its editor shows the builder. */
async function conditionPolicy(api: HospitalApi): Promise<PolicyView> {
  const { items } = await api(policyEndpoints.list, {});
  return first(
    items.filter((policy) => typeof policy.document.condition === "object"),
    "policy with a condition",
  );
}

/** One that has been published more than once. */
async function changedPolicy(api: HospitalApi): Promise<PolicyView> {
  const { items } = await api(policyEndpoints.list, {});
  return first(
    items.filter((policy) => policy.version > 1),
    "policy with two versions",
  );
}
