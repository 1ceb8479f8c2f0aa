"use client";

import { useSearchState } from "@/lib/client/use-search-state";
import { type InboxView, inboxParams, type Tab } from "./inbox-view";

/** What is shown, as the address says; `change` writes it there. */
export function useInboxView(defaultTab: Tab) {
  const [params, setParams] = useSearchState(inboxParams, "replace");
  const view: InboxView = { tab: params.tab ?? defaultTab, agent: params.agent, outcome: params.outcome };
  return { view, request: params.request, change: setParams };
}
