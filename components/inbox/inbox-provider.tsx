"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { useErrorWords } from "@/components/ui/error-words";
import { toast } from "@/components/ui/toast";
import { ApiError } from "@/lib/client/api-error";
import { approvalQueries } from "@/lib/client/approval-queries";
import { call } from "@/lib/client/call";
import { reportConnection } from "@/lib/client/connection";
import { approvalOperations } from "@/lib/client/operations";
import type { Approval } from "@/lib/contracts/approvals";
import { askForMissed, findListed, putApproval } from "./approval-cache";
import { failureSentence, leavesDoubt } from "./failure-sentence";
import { InboxContext, type InboxContextValue, type Viewer } from "./inbox-context";
import { OnScreen } from "./on-screen";
import { requestTitle } from "./request-words";
import { useApprovalStream } from "./use-approval-stream";
import { useLeaveGuard } from "./use-leave-guard";
import { useUndoToasts } from "./use-undo-toasts";
import { useRecount } from "./use-waiting-count";
import { VotesUnderWay } from "./votes-under-way";

/** Everything of the inbox that outlives moving between its list and its requests: the stream, and votes under way. */
export function InboxProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const client = useQueryClient();
  const recount = useRecount();
  const t = useTranslations("inbox");
  const failure = useTranslations("inbox.failure");
  const words = useTranslations("inbox.words");
  const errorWords = useErrorWords();
  const [arrivals, setArrivals] = useState<readonly Approval[]>([]);
  const [onScreen] = useState(() => new OnScreen());

  const take = useCallback(
    (approval: Approval, votes: VotesUnderWay) => {
      const listed = findListed(client, approval.id) !== undefined;
      putApproval(client, approval);
      if (approval.state !== "pending") votes.overtake(approval.id, t("failure.overtaken"));
      setArrivals((held) => {
        const others = held.filter((item) => item.id !== approval.id);
        return listed || approval.state !== "pending" ? others : [approval, ...others];
      });
    },
    [client, t],
  );

  const [votes] = useState(() => {
    const store: VotesUnderWay = new VotesUnderWay({
      send: async (id, reason) => {
        const counted = await call(approvalOperations.vote, {
          params: { id },
          body: { vote: "approve", reason },
        });
        take(counted, store);
        recount();
        // A request on screen says it itself.
        if (onScreen.has(id)) return;
        toast.success(t(counted.state === "pending" ? "toasts.counted" : "toasts.approved"), {
          description: requestTitle(counted, words),
        });
      },
      faultOf: async (id, error) => {
        const fresh = refreshRef.current(id);
        const message = failureSentence(error, failure, errorWords);
        // Cut off from the server the question is held back too, until the connection is there again.
        if (leavesDoubt(error)) return { message, inDoubt: true };
        const now = await fresh;
        const isLost =
          error instanceof ApiError && error.code === "conflict" && now && now.state !== "pending";
        return {
          message: isLost ? failure("lost") : message,
          inDoubt: false,
        };
      },
      onFailed: (id, { title, inDoubt }) => {
        if (!onScreen.has(id))
          toast.error(t(inDoubt ? "toasts.inDoubt" : "toasts.notApproved"), {
            description: t("toasts.openToSee", { request: title }),
          });
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
      return fresh;
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
  useUndoToasts(votes, onScreen);

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
      watch: onScreen.add,
    }),
    [viewer, status, votes, arrivals, take, recount, refresh, onScreen],
  );
  return <InboxContext value={value}>{children}</InboxContext>;
}
