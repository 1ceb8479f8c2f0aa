"use client";

import { useState } from "react";
import { cn } from "@/components/ui/cn";
import type { Approval } from "@/lib/contracts/approvals";
import { ApproveControls } from "./approve-controls";
import { DenyDialog } from "./deny-dialog";
import { useVoteUnderWay } from "./inbox-context";
import { VoteFailure } from "./vote-failure";
import { VoteProgress } from "./vote-progress";

/** The decision and where it stands. It never leaves the lower edge, where the thumb is. */
export function DecisionBar({ approval, isPane }: { approval: Approval; isPane: boolean }) {
  const underWay = useVoteUnderWay(approval.id);
  const [denying, setDenying] = useState(false);
  const isRunning = underWay?.kind === "counting" || underWay?.kind === "sending";
  return (
    <section
      aria-label="Decision"
      className={cn(
        "border-line border-t bg-surface",
        !isPane && "sticky bottom-[calc(var(--bottom-bar)+env(safe-area-inset-bottom))] z-10",
      )}
    >
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-2.5 px-4 py-3 sm:px-6">
        <VoteFailure id={approval.id} />
        {isRunning ? (
          <VoteProgress id={approval.id} vote={underWay} />
        ) : approval.may_vote?.allowed === true ? (
          <ApproveControls approval={approval} onDeny={() => setDenying(true)} />
        ) : (
          <p className="text-ink-muted">{approval.may_vote?.message ?? "Only people decide requests."}</p>
        )}
      </div>
      <DenyDialog approval={approval} open={denying} onOpenChange={setDenying} />
    </section>
  );
}
