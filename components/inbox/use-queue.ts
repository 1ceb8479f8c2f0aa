"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { approvalQueries } from "@/lib/client/approval-queries";
import { prependApprovals } from "./approval-cache";
import { useInbox } from "./inbox-context";
import { belongs, filterOf, type InboxView } from "./inbox-view";

/** The list on screen. It changes in place only; what is new waits until `reveal`, or until nothing stands in its way. */
export function useQueue(view: InboxView) {
  const { tab, agent, outcome } = view;
  const client = useQueryClient();
  const { arrivals, admit } = useInbox();
  const filter = useMemo(() => filterOf({ tab, agent, outcome }), [tab, agent, outcome]);
  const query = useInfiniteQuery({
    ...approvalQueries.list(filter),
    // The stream says what changed; fetching the list by itself would move it under the finger.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const fresh = arrivals.filter((approval) => belongs(approval, { tab, agent, outcome }));

  const reveal = useCallback(() => {
    const wanted = arrivals.filter((approval) => belongs(approval, { tab, agent, outcome }));
    prependApprovals(client, filter, wanted);
    admit(wanted);
  }, [arrivals, tab, agent, outcome, client, filter, admit]);

  const isEmpty = query.isSuccess && items.length === 0;
  const hasFresh = fresh.length > 0;
  useEffect(() => {
    if (isEmpty && hasFresh) reveal();
  }, [isEmpty, hasFresh, reveal]);

  return { query, items, fresh, reveal };
}
