import "server-only";
import type { Approval, CastVote } from "@/lib/contracts/approvals";
import { actorOf, type Caller, requirePermission } from "../caller";
import { now as currentTime } from "../clock";
import type { LedgerEvent } from "../db/ledger/events";
import { type AuditedTx, recordMutation, StateMoved } from "../db/record-mutation";
import { currentState, type DecisionState } from "../decision-state";
import { conflict, forbidden, invalid, notFound, unavailable } from "../errors";
import { approvalsIn, mayVote } from "./eligibility";
import { approvalEvent, textForLog } from "./events";
import { getApproval } from "./read";
import type { ApprovalRecord } from "./record";
import { advanceApproval, findApproval, insertVote } from "./store";

const MAX_ATTEMPTS = 5;

/**
 * One person's vote, final. The first denial ends the request; the last approval that a stage needs moves it on.
 *
 * @throws AppError forbidden when the person is not eligible, conflict when somebody or the clock was first, invalid when
 * a reason is asked for and missing.
 */
export async function castVote(caller: Caller, id: string, ballot: CastVote): Promise<Approval> {
  requirePermission(caller, "approvals.vote");
  if (caller.kind !== "user") throw forbidden("Only a person can decide a request.");
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const state = await currentState(caller.organizationId);
    try {
      await recordMutation(
        caller,
        (events: [LedgerEvent, ...LedgerEvent[]]) => events,
        (tx) => vote(tx, caller, state, id, ballot),
        { stateVersion: state.version },
      );
      return await getApproval(caller, id);
    } catch (error) {
      if (!(error instanceof StateMoved)) throw error;
    }
  }
  throw unavailable("The organization's settings are changing. Your vote was not counted; vote again.");
}

async function vote(
  tx: AuditedTx,
  caller: Caller,
  state: DecisionState,
  id: string,
  ballot: CastVote,
): Promise<[LedgerEvent, ...LedgerEvent[]]> {
  const now = currentTime();
  const approval = await findApproval(tx, id);
  if (!approval) throw notFound("approval");
  if (approval.state !== "pending") throw conflict(alreadyClosed(state, approval));
  if (approval.expiresAt <= now)
    throw conflict("This request has expired, so it counts as denied. Your vote was not counted.");
  const eligibility = mayVote(state, approval, caller.id, now);
  if (!eligibility.allowed) {
    const voted = approval.votes.some((cast) => cast.userId === caller.id);
    throw voted ? conflict(eligibility.message) : forbidden(eligibility.message);
  }
  const needsReason = ballot.vote === "deny" || approval.terms.require_reason === "always";
  if (needsReason && ballot.reason.trim() === "") {
    throw invalid("/reason: Say why.", [{ pointer: "/reason", message: "Say why.", code: "reason_needed" }]);
  }
  if (!(await insertVote(tx, approval, { userId: caller.id, createdAt: now, ...ballot }))) {
    throw conflict("You have already voted; a vote is final.");
  }
  const cast = { userId: caller.id, stage: approval.stage, createdAt: now, ...ballot };
  const voted = approvalEvent("approval.voted", approval, actorOf(caller), {
    vote: ballot.vote,
    stage: approval.stage,
    ...textForLog("reason", ballot.reason),
  });
  const outcome = await count(
    tx,
    caller,
    state,
    { ...approval, votes: [...approval.votes, cast] },
    ballot,
    now,
  );
  return outcome ? [voted, outcome] : [voted];
}

/** What the vote brings about: the end of the request, the next stage, or nothing yet. */
async function count(
  tx: AuditedTx,
  caller: Caller,
  state: DecisionState,
  approval: ApprovalRecord,
  ballot: CastVote,
  now: Date,
): Promise<LedgerEvent | null> {
  const { terms, stage } = approval;
  const resolved = { resolvedAt: now, resolvedBy: caller.id, reason: ballot.reason };
  const from = { states: ["pending" as const], unexpiredAt: now, stage };
  if (ballot.vote === "deny") {
    await advanceOrLose(tx, approval, from, { ...resolved, state: "denied" });
    return approvalEvent("approval.denied", approval, actorOf(caller));
  }
  const quorum = terms.stages[stage]?.quorum ?? 1;
  if (approvalsIn(state, approval, terms, stage) < quorum) {
    await advanceOrLose(tx, approval, from, {});
    return null;
  }
  const next = terms.stages[stage + 1];
  if (next) {
    await advanceOrLose(tx, approval, from, { stage: stage + 1, approverRoles: [...next.approver_roles] });
    return null;
  }
  const window = terms.window_seconds;
  await advanceOrLose(tx, approval, from, {
    ...resolved,
    state: "approved",
    ...(window !== null && { expiresAt: new Date(now.getTime() + window * 1000) }),
  });
  return approvalEvent("approval.approved", approval, actorOf(caller));
}

async function advanceOrLose(
  ...[tx, approval, from, change]: Parameters<typeof advanceApproval>
): Promise<void> {
  if (!(await advanceApproval(tx, approval, from, change))) {
    throw conflict("This request was closed a moment ago. Your vote was not counted.");
  }
}

/** A lost race says who decided. */
function alreadyClosed(state: DecisionState, approval: ApprovalRecord): string {
  const who = approval.resolvedBy === null ? null : state.people.get(approval.resolvedBy)?.name;
  const by = who ? ` by ${who}` : "";
  return `This request is already ${approval.state}${by}. Your vote was not counted.`;
}
