import { at, choices, headed, type Place, type Scene, stays } from "../support/place";

const SCENES: readonly Scene[] = [
  choices("the agents to choose from", /^Agent/),
  {
    name: "what is missing",
    async open(page) {
      // It opens with an example.
      await page.getByRole("button", { name: "Clear", exact: true }).last().click();
      await page.getByRole("button", { name: "Explain" }).click();
      return page.locator("[aria-invalid=true]").first();
    },
    close: stays,
  },
  {
    name: "an attribute, and its kinds",
    async open(page) {
      await page.getByRole("button", { name: "Add attribute" }).first().click();
      await page
        .getByRole("combobox", { name: /^Resource attributes.*: kind$/ })
        .last()
        .click();
      return page.getByRole("listbox");
    },
  },
  {
    name: "the explanation",
    async open(page) {
      await page.getByRole("combobox", { name: /^Agent/ }).fill("Rounds");
      await page.getByRole("option", { name: /Rounds assistant/ }).click();
      await page.getByLabel("Action", { exact: true }).fill("ehr.read");
      await page.getByLabel("Resource type", { exact: true }).fill("patient_record");
      await page
        .getByRole("textbox", { name: /^Resource attributes.*: name$/ })
        .first()
        .fill("record_type");
      await page
        .getByRole("textbox", { name: /^Resource attributes.*: value$/ })
        .first()
        .fill("diagnosis");
      await page.getByRole("button", { name: "Explain" }).click();
      return page.getByText("Needs approval").first();
    },
    close: stays,
  },
  {
    name: "the request as JSON",
    async open(page) {
      await page.getByRole("radio", { name: "JSON" }).click();
      return page.getByLabel("Request as JSON");
    },
    close: stays,
  },
  {
    name: "the request in Python",
    async open(page) {
      await page.getByRole("tab", { name: "Python" }).click();
      return page.getByLabel("Request in Python");
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
