import type { Page } from "@playwright/test";
import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { at, choices, dialog, first, headed, type Place, type Scene, stays } from "../support/place";
import type { HospitalApi } from "../support/test";
import { KEYBOARD_HELP } from "./shell";

const listed = async (page: Page) => page.locator("[data-request]").first().waitFor();

const denyDialog = dialog("the denial", "Deny…", "dialog", /^Deny: /);

/** What a physician can open on a request. */
const REQUEST_SCENES: readonly Scene[] = [
  denyDialog,
  {
    name: "the denial without a reason",
    async open(page) {
      const opened = await denyDialog.open(page);
      await opened.getByRole("button", { name: "Deny", exact: true }).click();
      return opened.getByText("Choose a reason or write one.");
    },
  },
  {
    name: "the approval that asks to be confirmed",
    async open(page) {
      await page.getByRole("button", { name: "Approve" }).press("Enter");
      return page.getByRole("button", { name: "Press again: Approve" });
    },
    // It stays armed for the scene that follows.
    close: stays,
  },
  {
    name: "the five seconds to undo",
    async open(page) {
      // They may run out while the page is judged: nothing is to be approved by that.
      await page.route(/\/api\/v1\/approvals\/[^/]+\/vote/, (route) => route.abort());
      await page.getByRole("button", { name: "Approve" }).press("Enter");
      const again = page.getByRole("button", { name: "Press again: Approve" });
      if (await again.isVisible()) await again.press("Enter");
      return page.getByText(/^Approving in \d…/);
    },
    async close(page) {
      await page.keyboard.press("u");
    },
  },
  {
    name: "an empty comment",
    async open(page) {
      await page.getByRole("button", { name: "Comment", exact: true }).click();
      return page.getByText("Write something first.");
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
      choices("the agents to choose from", "Agent"),
      ...REQUEST_SCENES.map((scene): Scene => ({ ...scene, on: "desk" })),
    ],
  },
  {
    name: "inbox-history",
    route: "/inbox",
    as: "physician",
    path: at("/inbox?tab=history"),
    ready: listed,
    scenes: [choices("the outcomes to choose from", "Outcome")],
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
