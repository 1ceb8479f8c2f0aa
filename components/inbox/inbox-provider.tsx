"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { approvalQueries } from "@/lib/client/approval-queries";
import { call } from "@/lib/client/call";
import { reportConnection } from "@/lib/client/connection";
import type { Approval } from "@/lib/contracts/approvals";
import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { askForMissed, findListed, putApproval } from "./approval-cache";
import { failureSentence } from "./failure-sentence";
import { InboxContext, type InboxContextValue, type Viewer } from "./inbox-context";
import { outcomeText, requestTitle } from "./request-words";
import { useApprovalStream } from "./use-approval-stream";
import { useLeaveGuard } from "./use-leave-guard";
import { useRecount } from "./use-waiting-count";
import { VotesUnderWay } from "./votes-under-way";

/** Everything of the inbox that outlives moving between its list and its requests: the stream, and votes under way. */
export function InboxProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const client = useQueryClient();
  const recount = useRecount();
  const [arrivals, setArrivals] = useState<readonly Approval[]>([]);
  const watched = useRef(new Map<string, number>());

  const take = useCallback(
    (approval: Approval, votes: VotesUnderWay) => {
      const listed = findListed(client, approval.id) !== undefined;
      putApproval(client, approval);
      if (approval.state !== "pending") {
        votes.overtake(
          approval.id,
          `${outcomeText(approval)} before your approval was sent. Nothing was sent.`,
        );
      }
      setArrivals((held) => {
        const others = held.filter((item) => item.id !== approval.id);
        return listed || approval.state !== "pending" ? others : [approval, ...others];
      });
    },
    [client],
  );

  const [votes] = useState(() => {
    const store: VotesUnderWay = new VotesUnderWay({
      send: async (id, reason) => {
        const counted = await call(approvalEndpoints.vote, {
          params: { id },
          body: { vote: "approve", reason },
        });
        take(counted, store);
        recount();
        toast.success(counted.state === "pending" ? "Your approval was counted" : "Approved", {
          description: requestTitle(counted),
        });
      },
      sentenceOf: failureSentence,
      onFailed: (id, { title }) => {
        void refreshRef.current(id);
        if (!watched.current.has(id))
          toast.error("Not approved", { description: `${title}. Open it to see why.` });
      },
    });
    return store;
  });

  const refresh = useCallback(
    async (id: string) => {
      const fresh = await client
        .fetchQuery({ ...approvalQueries.one(id), staleTime: 0, retry: false })
        // The next change or reconnect asks again; what is shown stays as the server last told it.
        .catch(() => null);
      if (fresh) take(fresh, votes);
    },
    [client, take, votes],
  );
  const refreshRef = useRef(refresh);
  refreshRef.current = refresh;

  const resync = useCallback(async () => {
    const missed = await askForMissed(client).catch(() => null);
    for (const approval of missed?.seen ?? []) take(approval, votes);
    await Promise.all((missed?.gone ?? []).map(refresh));
    recount();
  }, [client, take, votes, refresh, recount]);

  const status = useApprovalStream({
    onChange: (id) => {
      void refresh(id);
      recount();
    },
    onResync: () => void resync(),
  });
  useLeaveGuard(votes);
  useEffect(() => reportConnection("inbox", status !== "lost"), [status]);
  useEffect(() => () => reportConnection("inbox", true), []);

  const value = useMemo<InboxContextValue>(
    () => ({
      viewer,
      status,
      votes,
      arrivals,
      admit: (admitted) => setArrivals((held) => held.filter((item) => !admitted.includes(item))),
      put: (approval) => {
        take(approval, votes);
        recount();
      },
      refresh,
      watch: (id) => {
        watched.current.set(id, (watched.current.get(id) ?? 0) + 1);
        return () => {
          const left = (watched.current.get(id) ?? 1) - 1;
          if (left > 0) watched.current.set(id, left);
          else watched.current.delete(id);
        };
      },
    }),
    [viewer, status, votes, arrivals, take, recount, refresh],
  );
  return <InboxContext value={value}>{children}</InboxContext>;
}
