"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { loadAhead } from "@/components/ui/use-deferred";
import { useOpened } from "@/components/ui/use-opened";
import type { Approval } from "@/lib/contracts/approvals";
import { AgentActivity } from "./agent-activity";
import { Comments } from "./comments";
import { Consequences } from "./consequences";
import { DecisionBar } from "./decision-bar";
import { useInbox, useWatched } from "./inbox-context";
import { NextRequest } from "./next-request";
import { Outcome } from "./outcome";
import { PatientCard } from "./patient-card";
import { RequestFacts } from "./request-facts";
import { RequestHeading } from "./request-heading";
import { riskMarks } from "./risk-marks";
import { useExpiry } from "./use-expiry";
import { VoteList } from "./vote-list";

const loadDenial = () => import("./deny-dialog");
const denialAhead = () => loadAhead(loadDenial);

interface RequestDetailProps {
  approval: Approval;
  /** Beside the list, or as a page of its own. */
  place: "pane" | "page";
}

/** One request, in the order of the questions: what, whose, why, what happens then. The decision is always under the thumb. */
export function RequestDetail({ approval, place }: RequestDetailProps) {
  const { viewer } = useInbox();
  const risks = useTranslations("inbox.risks");
  const [denying, setDenying] = useState(false);
  useWatched(approval.id);
  useExpiry(approval);
  const isPane = place === "pane";
  const isOpen = approval.state === "pending";
  const mayVote = approval.may_vote?.allowed === true;
  const mayDeny = isOpen && mayVote;
  // It has to open where the network has just gone: on a phone at once, at a desk with the first touch or at rest.
  const denial = useOpened(loadDenial, denying, { ahead: mayDeny && isPane });
  useEffect(() => {
    if (mayDeny && !isPane) denialAhead();
  }, [mayDeny, isPane]);
  const level = isPane ? 3 : 2;
  return (
    <article
      aria-labelledby={`${approval.id}-title`}
      onPointerEnter={mayDeny ? denialAhead : undefined}
      onFocus={mayDeny ? denialAhead : undefined}
      className={cn(
        "flex min-w-0 flex-col",
        isPane ? "h-full min-h-0" : "min-h-[calc(100dvh-7.25rem)] lg:min-h-[calc(100dvh-3.25rem)]",
      )}
    >
      <div className={cn("flex-1", isPane && "scroll-thin min-h-0 overflow-y-auto")}>
        <div className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 pt-4 pb-8 sm:px-6 lg:pt-6">
          <RequestHeading approval={approval} place={place} />
          {isOpen ? null : <Outcome approval={approval} />}
          <PatientCard approval={approval} marks={riskMarks(approval, viewer.unit, risks)} />
          <RequestFacts approval={approval} />
          {mayVote && approval.subject.type === "agent" ? (
            <AgentActivity approval={approval} level={level} />
          ) : null}
          {isOpen ? <Consequences approval={approval} /> : null}
          <VoteList approval={approval} level={level} />
          <Comments approval={approval} level={level} />
        </div>
      </div>
      {isOpen ? (
        <DecisionBar approval={approval} isPane={isPane} onDeny={() => setDenying(true)} />
      ) : isPane ? null : (
        <NextRequest id={approval.id} />
      )}
      {denial ? <denial.DenyDialog approval={approval} open={denying} onOpenChange={setDenying} /> : null}
    </article>
  );
}
