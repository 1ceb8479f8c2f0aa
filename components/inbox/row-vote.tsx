"use client";

import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/use-now";
import { useInbox } from "./inbox-context";
import { UNDO_SECONDS, type VoteUnderWay } from "./votes-under-way";

/** Whole seconds until it is sent, never more than the window. */
export function useSecondsLeft(endsAt: number): number {
  const now = useNow(200);
  return Math.min(UNDO_SECONDS, Math.max(0, Math.ceil((endsAt - (now ?? Date.now())) / 1000)));
}

/** An approval that runs while its reader is back in the list. */
export function RowVote({ id, vote }: { id: string; vote: VoteUnderWay }) {
  return (
    <div className="flex min-h-11 items-center justify-between gap-3 bg-positive-soft px-4 py-1 text-positive-ink text-sm lg:hidden">
      {vote.kind === "counting" ? <Counting id={id} endsAt={vote.endsAt} /> : null}
      {vote.kind === "sending" ? <span>Sending your approval…</span> : null}
      {vote.kind === "failed" ? (
        <span className="text-negative-ink">Not approved. Open it to see why.</span>
      ) : null}
    </div>
  );
}

function Counting({ id, endsAt }: { id: string; endsAt: number }) {
  const { votes } = useInbox();
  return (
    <>
      <span className="num">Approving in {useSecondsLeft(endsAt)} s. Not sent yet.</span>
      <Button size="sm" onClick={() => votes.undo(id)}>
        Undo
      </Button>
    </>
  );
}
