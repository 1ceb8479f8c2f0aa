import type { Page } from "@playwright/test";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import type { PolicyView } from "@/lib/contracts/policies";
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

/** Turns to one of the views over the same draft; a wide screen keeps the form beside it. */
const view = async (page: Page, label: string) => {
  await page.getByRole("radio", { name: label, exact: true }).locator("visible=true").first().click();
};
const form = async (page: Page, words: Words) => {
  const radio = page.getByRole("radio", { name: words("policies.editor.views.form"), exact: true });
  if (await radio.isVisible()) await radio.click();
};

/** Makes the draft differ from what is in force. */
async function change(page: Page, words: Words): Promise<void> {
  const name = page.getByLabel(words("policies.form.rule.name"), { exact: true });
  await name.fill(`${await name.inputValue()}!`);
}

async function openMenu(page: Page, words: Words): Promise<void> {
  await page
    .getByRole("button", { name: words.like("policies.builder.menu.label") })
    .first()
    .click();
}

/** Whether a browser under test allows copying depends on where it runs. */
const copyToast = (page: Page, words: Words) =>
  page
    .getByText(words("policies.builder.menu.copied"))
    .or(page.getByText(words("policies.builder.menu.copyRefused")))
    .first();

const NEW_POLICY_SCENES: readonly Scene[] = [
  {
    name: "what is missing",
    async open(page, words) {
      await change(page, words);
      await page.getByRole("button", { name: words("policies.editor.save.publishNew") }).click();
      return page.getByText(words.like("policies.editor.save.missing"));
    },
    close: stays,
  },
];

const BUILDER_SCENES: readonly Scene[] = [
  choices("the attributes to choose from", "policies.builder.attribute"),
  choices("the comparisons to choose from", "policies.builder.comparison"),
  {
    name: "what can be done with a condition",
    async open(page, words) {
      await openMenu(page, words);
      return page.getByRole("menu");
    },
  },
  {
    name: "a condition to paste",
    async open(page, words) {
      await openMenu(page, words);
      await page.getByRole("menuitem", { name: words("policies.builder.menu.paste") }).click();
      const opened = page.getByRole("dialog", { name: words("policies.builder.paste.title") });
      await opened.getByLabel(words("policies.builder.paste.field")).fill("{");
      return opened.getByText(words("policies.builder.paste.noJson"));
    },
  },
  {
    name: "a toast",
    async open(page, words) {
      await openMenu(page, words);
      await page.getByRole("menuitem", { name: words("policies.builder.menu.copy") }).click();
      return copyToast(page, words);
    },
    async close(page, words) {
      await page.getByRole("button", { name: words("ui.toast.dismiss") }).click();
      await copyToast(page, words).waitFor({ state: "hidden" });
    },
  },
  {
    name: "the simulator",
    async open(page, words) {
      await view(page, words("policies.editor.views.try"));
      return page.getByRole("region", { name: words("policies.simulator.outcome") });
    },
    close: form,
  },
  {
    name: "the JSON",
    async open(page, words) {
      await view(page, words("policies.editor.views.json"));
      return page.getByRole("textbox", { name: /JSON/ });
    },
    close: stays,
  },
  {
    name: "JSON that is not complete",
    async open(page, words) {
      await page.getByRole("textbox", { name: /JSON/ }).fill('{ "display_name": ');
      return page.getByRole("button", { name: words("policies.json.discard") });
    },
    async close(page, words) {
      await page.getByRole("button", { name: words("policies.json.discard") }).click();
      await form(page, words);
    },
  },
  dialog(
    "the question before it is archived",
    "policies.archive.button",
    "alertdialog",
    "policies.archive.title",
  ),
  {
    name: "the last look before publishing",
    async open(page, words) {
      await change(page, words);
      await page.getByRole("button", { name: words("policies.editor.save.publish") }).click();
      return page.getByRole("alertdialog", { name: words.like("policies.publish.titleVersion") });
    },
  },
  questionBeforeLeaving("policies.editor.leave.title"),
];

const ordering = (page: Page, words: Words) =>
  page.getByRole("region", { name: words("policies.reorder.list") });
const firstHandle = (page: Page, words: Words) =>
  ordering(page, words)
    .getByRole("button", { name: words.like("policies.reorder.handle") })
    .first();
/** The words for screen readers, which the last of the keys left. */
const told = async (page: Page, text: RegExp) => {
  await page.getByText(text).waitFor({ state: "attached" });
};

async function lift(page: Page, words: Words): Promise<void> {
  await firstHandle(page, words).focus();
  await page.keyboard.press("Space");
  await told(page, words.like("policies.reorder.announce.picked", { place: "1" }));
}

/** Holds the first rule over the second one, the pointer still down. */
async function drag(page: Page, words: Words): Promise<void> {
  const from = await firstHandle(page, words).boundingBox();
  if (from === null) throw new Error("The first rule has no handle to drag by.");
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 20, { steps: 4 });
  await told(page, words.like("policies.reorder.announce.picked", { place: "1" }));
  await page.mouse.move(x, y + 60, { steps: 6 });
  await told(page, words.like("policies.reorder.announce.over", { place: "2" }));
}

/** Puts the first rule behind the second one; nothing is saved by that. */
async function moveFirst(page: Page, words: Words): Promise<void> {
  await lift(page, words);
  await page.keyboard.press("ArrowDown");
  await told(page, words.like("policies.reorder.announce.over", { place: "2" }));
  await page.keyboard.press("Space");
  await told(page, words.like("policies.reorder.announce.dropped"));
}

const ORDER_SCENES: readonly Scene[] = [
  {
    name: "a rule that is lifted",
    async open(page, words) {
      await lift(page, words);
      return ordering(page, words);
    },
    async close(page, words) {
      await page.keyboard.press("Escape");
      await told(page, words.like("policies.reorder.announce.cancelled"));
    },
  },
  {
    name: "a rule that is being dragged",
    on: "desk",
    async open(page, words) {
      await drag(page, words);
      return ordering(page, words);
    },
    async close(page, words) {
      await page.keyboard.press("Escape");
      await page.mouse.up();
      await told(page, words.like("policies.reorder.announce.cancelled"));
    },
  },
  {
    name: "where a rule can be put",
    async open(page, words) {
      await page
        .getByRole("button", { name: words.like("policies.reorder.menu") })
        .first()
        .click();
      return page.getByRole("menu");
    },
  },
  {
    name: "what the new order changes",
    on: "desk",
    async open(page, words) {
      await moveFirst(page, words);
      return page
        .getByRole("region", { name: words("policies.reorder.preview.title") })
        .getByRole("button", { name: words("policies.reorder.preview.save") });
    },
    close: stays,
  },
  {
    name: "what the new order changes, over the list",
    on: "phone",
    async open(page, words) {
      await moveFirst(page, words);
      await page.getByRole("button", { name: words("policies.reorder.bar.see") }).click();
      return page.getByRole("dialog", { name: words("policies.reorder.preview.title") });
    },
  },
  // The order still differs from the one in force.
  questionBeforeLeaving("policies.reorder.leave.title"),
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
      dialog(
        "the question before it is restored",
        "policies.versions.restore.button",
        "alertdialog",
        "policies.versions.restore.title",
      ),
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
