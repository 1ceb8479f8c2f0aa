import type { Page } from "@playwright/test";
import { at, choices, dialog, headed, type Place, type Scene, stays } from "../support/place";

const rows = async (page: Page) => {
  await page.locator("a[data-seq]").first().waitFor();
};

const filter = dialog("the filters", "Filter", "dialog", "Filter the log");
const escapeTwice = async (page: Page) => {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
};

const AUDIT_SCENES: readonly Scene[] = [
  filter,
  ...[/^What happened/, /^Effect/].map(
    (control): Scene => ({
      name: `the choices of ${control.source.slice(1)}`,
      async open(page) {
        await filter.open(page);
        return choices("", control).open(page);
      },
      close: escapeTwice,
    }),
  ),
  dialog("the export", "Export", "dialog", "Export the log"),
  {
    name: "an export of nothing",
    async open(page) {
      await page.getByRole("button", { name: "Export", exact: true }).click();
      await page.getByLabel("From entry").fill("none");
      return page.getByRole("dialog").locator("[aria-invalid=true]");
    },
  },
];

const ENTRY_SCENES: readonly Scene[] = [
  {
    name: "the question before sealed values are opened",
    async open(page) {
      await page.getByRole("button", { name: "Reveal sealed values" }).click();
      return page.getByRole("alertdialog", { name: /^Reveal / });
    },
  },
];

const DISCLOSURE_SCENES: readonly Scene[] = [
  {
    name: "the account of one patient",
    async open(page) {
      await page.getByLabel("Patient or record id").fill("marge-simpson");
      await page.getByRole("button", { name: "Account for disclosures" }).click();
      return page.getByRole("button", { name: "Print" });
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
        async open(page) {
          await page.getByText("Check against a key and a checkpoint of your own").click();
          return page.getByRole("textbox", { name: /^Verifier key/ });
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
