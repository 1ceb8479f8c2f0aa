"use client";

import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { call } from "@/lib/client/call";
import { approvalOperations } from "@/lib/client/operations";

const SETTLE_MS = 800;

/** How many requests wait for the reader; a hundred stands for more. */
const waitingCount = queryOptions({
  queryKey: ["waiting-count"],
  queryFn: async ({ signal }) =>
    (await call(approvalOperations.list, { query: { for_me: "true", limit: "100" }, signal })).items.length,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** The number beside Inbox: first the server's, then counted anew when something changed. */
export function useWaitingCount(initial: number): number {
  return useQuery({ ...waitingCount, initialData: initial }).data;
}

/** Counts anew soon; many changes at once are one count. */
export function useRecount(): () => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => void client.invalidateQueries({ queryKey: waitingCount.queryKey }),
      SETTLE_MS,
    );
  }, [client]);
}

/** The same number further down the page, where the shell has already brought it. */
export function useKnownWaitingCount(): number {
  return useQuery({ ...waitingCount, enabled: false }).data ?? 0;
}
