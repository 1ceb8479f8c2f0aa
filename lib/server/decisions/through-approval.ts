import "server-only";
import type { DecisionReason } from "@/lib/contracts/decision-reasons";
import type { Decision, Effect } from "@/lib/contracts/decisions";
import { consumeApproval, type RequestToApprove, requestApproval } from "../approvals";
import { now as currentTime } from "../clock";
import type { LedgerEvent } from "../db/ledger/events";
import { type AuditedTx, recordMutation, StateMoved } from "../db/record-mutation";
import type { DecisionState } from "../decision-state";
import { answerOf } from "./answer";
import type { Asked, Asker } from "./asked";
import { askerActor } from "./asker-actor";
import { decisionEvent } from "./entry";
import type { Judgement } from "./pipeline";
import { countOfDay } from "./store";

/**
 * Uses the approval that was sent along, or opens or joins one. Decision, approval and their entries are stored together,
 * and only while the state is still the one that was judged.
 */
export async function decideThroughApproval(
  asker: Asker,
  asked: Asked,
  state: DecisionState,
  judgement: Judgement,
  decisionId: string,
): Promise<Decision> {
  const request = requestToApprove(asker, asked, state, judgement, decisionId);
  const made = await recordMutation(
    asker,
    (result: { decision: Decision; events: [LedgerEvent, ...LedgerEvent[]] }) => result.events,
    async (tx) => {
      // Budgets are gates: the judgement again, not the approval, is what has to say so.
      if (asked.approvalId !== null && (await isBudgetSpent(tx, asker, judgement, request.now)))
        throw new StateMoved();
      const found = await settle(tx, asked.approvalId, request);
      const outcome = {
        decisionId,
        effect: found.effect,
        reason: found.reason,
        approvalId: found.approval?.id ?? null,
      };
      const event = decisionEvent(state, asker, asked, judgement, outcome);
      const decision = answerOf(judgement, outcome, found.message, found.approval);
      return { decision, events: [event, ...found.events] as [LedgerEvent, ...LedgerEvent[]] };
    },
    { stateVersion: state.version },
  );
  return made.decision;
}

/** Whether other requests have used up the agent's budget since the judgement. */
async function isBudgetSpent(tx: AuditedTx, asker: Asker, judgement: Judgement, now: Date): Promise<boolean> {
  const { agent } = judgement.resolved;
  if (!agent || agent.dailyActionBudget === null) return false;
  return (await countOfDay(tx, asker.organizationId, agent.id, now)) >= agent.dailyActionBudget;
}

function requestToApprove(
  asker: Asker,
  asked: Asked,
  state: DecisionState,
  judgement: Judgement,
  decisionId: string,
): RequestToApprove {
  const { policy, resolved } = judgement;
  if (!policy?.approval || policy.matchedPolicyId === null)
    throw new Error("An approval without a policy that asks for it.");
  return {
    state,
    actor: askerActor(state, asker),
    decisionId,
    policyId: policy.matchedPolicyId,
    terms: policy.approval,
    context: resolved.context,
    claimedAttrs: asked.resource.attrs,
    paths: state.policies.references(resolved.context),
    now: currentTime(),
  };
}

interface Settled {
  effect: Effect;
  reason: DecisionReason;
  message: string;
  approval: { id: string; expiresAt: Date } | null;
  events: LedgerEvent[];
}

async function settle(tx: AuditedTx, approvalId: string | null, request: RequestToApprove): Promise<Settled> {
  const wait =
    "A person has to approve this first. Once somebody has, send the same request again with the approval_id given here.";
  if (approvalId === null) {
    const { approval, events } = await requestApproval(tx, request);
    return { effect: "require_approval", reason: "approval_required", message: wait, approval, events };
  }
  const use = await consumeApproval(tx, approvalId, request);
  if (use.kind === "used") {
    const message = "Allowed by the approval that was given for this request.";
    return {
      effect: "allow",
      reason: "approval_granted",
      message,
      approval: use.approval,
      events: use.events,
    };
  }
  if (use.kind === "pending") {
    return {
      effect: "require_approval",
      reason: "approval_required",
      message: wait,
      approval: use.approval,
      events: [],
    };
  }
  return { effect: "deny", reason: "approval_not_valid", message: use.message, approval: null, events: [] };
}
