import type { Page } from "@playwright/test";
import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { at, choices, dialog, first, headed, type Place, type Scene, stays } from "../support/place";
import type { HospitalApi } from "../support/test";
import type { Words } from "../support/words";
import { KEYBOARD_HELP } from "./shell";

const listed = async (page: Page) => page.locator("[data-request]").first().waitFor();

const denyDialog = dialog("the denial", "inbox.decide.deny", "dialog", "inbox.denial.title");

const pressAgain = (words: Words) =>
  words.like("ui.hold.pressAgainFor", { label: words("inbox.decide.approve") });

/** What a physician can open on a request. */
const REQUEST_SCENES: readonly Scene[] = [
  denyDialog,
  {
    name: "the denial without a reason",
    async open(page, words) {
      const opened = await denyDialog.open(page, words);
      await opened.getByRole("button", { name: words("inbox.denial.confirm"), exact: true }).click();
      return opened.getByText(words("inbox.denial.chooseOrWrite"));
    },
  },
  {
    name: "the approval that asks to be confirmed",
    async open(page, words) {
      await page.getByRole("button", { name: words("inbox.decide.approve") }).press("Enter");
      return page.getByRole("button", { name: pressAgain(words) });
    },
    // It stays armed for the scene that follows.
    close: stays,
  },
  {
    name: "the five seconds to undo",
    async open(page, words) {
      // They may run out while the page is judged: nothing is to be approved by that.
      await page.route(/\/api\/v1\/approvals\/[^/]+\/vote/, (route) => route.abort());
      await page.getByRole("button", { name: words("inbox.decide.approve") }).press("Enter");
      const again = page.getByRole("button", { name: pressAgain(words) });
      if (await again.isVisible()) await again.press("Enter");
      return page.getByText(words.like("inbox.decide.counting"));
    },
    async close(page) {
      await page.keyboard.press("u");
    },
  },
  {
    name: "an empty comment",
    async open(page, words) {
      await page.getByRole("button", { name: words("inbox.comments.send"), exact: true }).click();
      return page.getByText(words("inbox.comments.empty"));
    },
    close: stays,
  },
];

export const INBOX_PLACES: readonly Place[] = [
  {
    name: "inbox",
    route: "/inbox",
    as: "physician",
    path: at("/inbox"),
    ready: listed,
    scenes: [
      KEYBOARD_HELP,
      choices("the agents to choose from", "inbox.filters.agent"),
      ...REQUEST_SCENES.map((scene): Scene => ({ ...scene, on: "desk" })),
    ],
  },
  {
    name: "inbox-history",
    route: "/inbox",
    as: "physician",
    path: at("/inbox?tab=history"),
    ready: listed,
    scenes: [choices("the outcomes to choose from", "inbox.filters.outcome")],
  },
  {
    name: "inbox-nothing",
    route: "/inbox",
    as: "physician",
    path: at("/inbox?tab=history&outcome=cancelled"),
    ready: headed,
  },
  {
    name: "approval",
    route: "/inbox/[id]",
    as: "physician",
    path: pendingApproval,
    ready: headed,
    scenes: REQUEST_SCENES,
  },
  {
    name: "approval-decided",
    route: "/inbox/[id]",
    as: "physician",
    path: decidedApproval,
    ready: headed,
  },
  {
    name: "approval-not-found",
    route: "/inbox/[id]",
    as: "physician",
    path: at("/inbox/apr_0000"),
    ready: headed,
    status: 404,
  },
];

async function pendingApproval(api: HospitalApi): Promise<string> {
  const { items } = await api(approvalEndpoints.list, { query: { state: "pending" } });
  return `/inbox/${first(items, "request waiting").id}`;
}

async function decidedApproval(api: HospitalApi): Promise<string> {
  const { items } = await api(approvalEndpoints.list, { query: { state: "denied" } });
  return `/inbox/${first(items, "request denied").id}`;
}
