"use client";

import { useQueryStates } from "nuqs";
import { type InboxView, inboxParams, type Tab } from "./inbox-view";

/** What is shown, as the address says; `change` writes it there. */
export function useInboxView(defaultTab: Tab) {
  const [params, setParams] = useQueryStates(inboxParams, { history: "replace" });
  const view: InboxView = { tab: params.tab ?? defaultTab, agent: params.agent, outcome: params.outcome };
  return { view, request: params.request, change: setParams };
}
