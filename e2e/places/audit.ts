import type { Page } from "@playwright/test";
import { at, choices, dialog, headed, type Place, type Scene, stays } from "../support/place";

const rows = async (page: Page) => {
  await page.locator("a[data-seq]").first().waitFor();
};

const filter = dialog("the filters", "audit.filters.open", "dialog", "audit.filters.title");
const escapeTwice = async (page: Page) => {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
};

const AUDIT_SCENES: readonly Scene[] = [
  filter,
  ...["type", "effect"].map(
    (name): Scene => ({
      name: `the choices of ${name}`,
      async open(page, words) {
        await filter.open(page, words);
        return choices("", `audit.filters.names.${name}`).open(page, words);
      },
      close: escapeTwice,
    }),
  ),
  dialog("the export", "audit.export.open", "dialog", "audit.export.title"),
  {
    name: "an export of nothing",
    async open(page, words) {
      await page.getByRole("button", { name: words("audit.export.open"), exact: true }).click();
      await page.getByLabel(words("audit.export.from")).fill("none");
      return page.getByRole("dialog").locator("[aria-invalid=true]");
    },
  },
];

const ENTRY_SCENES: readonly Scene[] = [
  {
    name: "the question before sealed values are opened",
    async open(page, words) {
      await page.getByRole("button", { name: words("audit.data.reveal") }).click();
      return page.getByRole("alertdialog", { name: words.like("audit.data.revealTitle") });
    },
  },
];

const DISCLOSURE_SCENES: readonly Scene[] = [
  {
    name: "the account of one patient",
    async open(page, words) {
      await page.getByLabel(words("audit.disclosures.patient")).fill("marge-simpson");
      await page.getByRole("button", { name: words("audit.disclosures.submit") }).click();
      return page.getByRole("button", { name: words("audit.disclosures.print") });
    },
    close: stays,
  },
];

export const AUDIT_PLACES: readonly Place[] = [
  { name: "audit", route: "/audit", as: "auditor", path: at("/audit"), ready: rows, scenes: AUDIT_SCENES },
  {
    name: "audit-filtered",
    route: "/audit",
    as: "auditor",
    path: at("/audit?type=decision.evaluated&effect=require_approval&action=ehr.read"),
    ready: rows,
  },
  {
    name: "audit-nothing",
    route: "/audit",
    as: "auditor",
    path: at("/audit?action=nothing.of.the.kind"),
    ready: async (page, words) => page.getByText(words("audit.list.none.title")).waitFor(),
  },
  {
    name: "audit-entry",
    route: "/audit",
    as: "auditor",
    path: at("/audit?type=decision.evaluated"),
    ready: rows,
    async prepare(page, words) {
      await page.locator("a[data-seq]").first().click();
      const [checked = ""] = words("audit.proof.proven").split(":");
      await page.getByText(checked).waitFor();
    },
    scenes: ENTRY_SCENES,
  },
  {
    name: "audit-disclosures",
    route: "/audit/disclosures",
    as: "auditor",
    path: at("/audit/disclosures"),
    ready: headed,
    scenes: DISCLOSURE_SCENES,
  },
  { name: "compliance", route: "/compliance", as: "auditor", path: at("/compliance"), ready: headed },
  {
    name: "audit-verify",
    route: "/audit/verify",
    as: "auditor",
    path: at("/audit/verify"),
    ready: headed,
    async prepare(page, words) {
      await page.getByRole("button", { name: words("audit.verify.here.whole") }).click();
      await page.getByText(words("audit.verdict.titles.positive")).waitFor();
    },
    scenes: [
      {
        name: "a key and a checkpoint of one's own",
        async open(page, words) {
          await page.getByText(words("audit.verify.here.own")).click();
          return page.getByRole("textbox", { name: words.beginning("audit.verify.here.key") });
        },
        close: stays,
      },
    ],
  },
  {
    name: "audit-print",
    route: "/audit/print",
    as: "auditor",
    path: at("/audit/print?type=decision.evaluated&effect=deny"),
    ready: headed,
  },
];
