import { at, choices, headed, type Place, type Scene, stays } from "../support/place";
import type { Words } from "../support/words";

/** A field of an attribute of the resource. */
const ofAttribute = (words: Words, field: "kind" | "name" | "value") =>
  words.like(`try-it.attributes.${field}`, { label: `${words("try-it.fields.resourceAttrs")}.*` });

const SCENES: readonly Scene[] = [
  choices("the agents to choose from", "try-it.fields.agent"),
  {
    name: "what is missing",
    async open(page, words) {
      // It opens with an example.
      await page
        .getByRole("button", { name: words("try-it.request.clear"), exact: true })
        .last()
        .click();
      await page.getByRole("button", { name: words("try-it.request.explain") }).click();
      return page.locator("[aria-invalid=true]").first();
    },
    close: stays,
  },
  {
    name: "an attribute, and its kinds",
    async open(page, words) {
      await page
        .getByRole("button", { name: words("try-it.attributes.add") })
        .first()
        .click();
      await page
        .getByRole("combobox", { name: ofAttribute(words, "kind") })
        .last()
        .click();
      return page.getByRole("listbox");
    },
  },
  {
    name: "the explanation",
    async open(page, words) {
      await page.getByRole("combobox", { name: words.beginning("try-it.fields.agent") }).fill("Rounds");
      await page.getByRole("option", { name: /Rounds assistant/ }).click();
      await page.getByLabel(words("try-it.fields.action"), { exact: true }).fill("ehr.read");
      await page.getByLabel(words("try-it.fields.resourceType"), { exact: true }).fill("patient_record");
      await page
        .getByRole("textbox", { name: ofAttribute(words, "name") })
        .first()
        .fill("record_type");
      await page
        .getByRole("textbox", { name: ofAttribute(words, "value") })
        .first()
        .fill("diagnosis");
      await page.getByRole("button", { name: words("try-it.request.explain") }).click();
      return page.getByText(words("decision.effects.require_approval")).first();
    },
    close: stays,
  },
  {
    name: "the request as JSON",
    async open(page, words) {
      await page.getByRole("radio", { name: words("try-it.request.views.json") }).click();
      return page.getByLabel(words("try-it.json.label"));
    },
    close: stays,
  },
  {
    name: "the request in Python",
    async open(page, words) {
      await page.getByRole("tab", { name: "Python" }).click();
      return page.getByLabel(words.like("try-it.snippets.label", { language: "Python" }));
    },
    close: stays,
  },
];

export const TRY_IT_PLACES: readonly Place[] = [
  { name: "try-it", route: "/try-it", as: "admin", path: at("/try-it"), ready: headed, scenes: SCENES },
  {
    name: "try-it-explained",
    route: "/try-it",
    as: "admin",
    path: at("/try-it"),
    ready: headed,
    async prepare(page, words) {
      // It opens with an example.
      await page.getByRole("button", { name: words("try-it.request.explain") }).click();
      await page.getByRole("list", { name: words("pipeline.label") }).waitFor();
    },
  },
];
