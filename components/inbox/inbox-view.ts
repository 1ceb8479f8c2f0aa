import { oneOf, text, type ValuesOf } from "@/lib/client/search-params";
import type { Approval } from "@/lib/contracts/approvals";
import type { QueryInputOf } from "@/lib/contracts/endpoint";
import type { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";

export const TABS = ["me", "open", "history"] as const;
export type Tab = (typeof TABS)[number];
export const OUTCOMES = ["approved", "consumed", "denied", "expired", "cancelled"] as const;

/** What of the inbox stands in its address. */
export const inboxParams = {
  tab: oneOf(TABS),
  agent: text,
  outcome: oneOf(OUTCOMES),
  request: text,
};

export interface InboxView extends Omit<ValuesOf<typeof inboxParams>, "tab" | "request"> {
  tab: Tab;
}

export const PAGE_SIZE = "30";

export type ListFilter = Omit<QueryInputOf<typeof approvalEndpoints.list>, "cursor">;

/** What to ask the API for. */
export function filterOf({ tab, agent, outcome }: InboxView): ListFilter {
  return {
    limit: PAGE_SIZE,
    ...(tab === "me" ? { for_me: "true" } : { state: tab === "open" ? "open" : (outcome ?? "closed") }),
    ...(agent !== null && { subject_id: agent }),
  };
}

/** Whether a new request belongs in the list that is shown. */
export function belongs(approval: Approval, { tab, agent }: InboxView): boolean {
  if (tab === "history" || approval.state !== "pending") return false;
  if (agent !== null && approval.subject.id !== agent) return false;
  return tab === "open" || approval.may_vote?.allowed === true;
}

/** The address of a tab, without a selection. */
export function tabHref(tab: Tab): string {
  return `/inbox?tab=${tab}`;
}
