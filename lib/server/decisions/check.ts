import "server-only";
import type { Decision, DecisionReason, Effect } from "@/lib/contracts/decisions";
import { approvalUrl, consumeApproval, type RequestToApprove, requestApproval } from "../approvals";
import { now as currentTime } from "../clock";
import { config } from "../config";
import type { LedgerEvent } from "../db/ledger/events";
import { groupWriter, type LoadState, type Submission, type Verdict } from "../db/ledger/group-writer";
import { type AuditedTx, recordMutation, StateMoved } from "../db/record-mutation";
import { type DecisionState, stateAtLeast } from "../decision-state";
import { AppError, forbidden, unavailable } from "../errors";
import { liveKey } from "../identity";
import { newId } from "../ids";
import type { Asked, Asker } from "./asked";
import { decisionEvent } from "./entry";
import { type Judgement, judge } from "./pipeline";
import { directoryRefs } from "./resolve";
import { countOfDay } from "./store";
import { inTurn } from "./turns";

const MAX_ATTEMPTS = 5;
const loadState: LoadState<DecisionState> = stateAtLeast;

type Answered =
  | { kind: "answer"; decision: Decision }
  | { kind: "wrong_region" }
  /** A policy asks for an approval: the answer needs a transaction of its own. */
  | { kind: "approval"; state: DecisionState; judgement: Judgement };

/**
 * Decides one request and records it: the answer leaves only after its entry is durable.
 *
 * @throws AppError unauthenticated (the key does not count), forbidden (another subject than its own), wrong_region,
 * unavailable (nothing could be recorded, so nothing was decided).
 */
export async function checkDecision(asker: Asker, asked: Asked): Promise<Decision> {
  const decisionId = newId("dec");
  const writer = groupWriter(asker.organizationId, loadState);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const answered = await writer.submit(submission(asker, asked, decisionId));
    if (answered.kind === "answer") return answered.decision;
    if (answered.kind === "wrong_region") throw wrongRegion();
    try {
      const { state, judgement } = answered;
      return await inTurn(asker.organizationId, () =>
        decideThroughApproval(asker, asked, state, judgement, decisionId),
      );
    } catch (error) {
      // A policy, role, agent or budget changed while the approval was looked up: judge again by what stands now.
      if (!(error instanceof StateMoved)) throw error;
      writer.refresh();
    }
  }
  throw unavailable("The organization's policies are changing. Nothing was decided; ask again.");
}

const wrongRegion = () =>
  new AppError(
    "wrong_region",
    "This organization is not served in this region. Ask at the address of its own region.",
  );

function submission(asker: Asker, asked: Asked, decisionId: string): Submission<DecisionState, Answered> {
  return {
    prepare(state) {
      const refs = directoryRefs(asked);
      return refs.every((ref) => state.entities.has(ref)) ? undefined : state.entities.load(refs);
    },
    decide(state, now, spent): Verdict<Answered> {
      requireRight(state, asker, asked, now);
      if (state.region !== config().region)
        return { kind: "record", event: residencyEvent(asker), value: { kind: "wrong_region" } };
      const judgement = judge(state, asked, now, spent);
      if (judgement.effect === "require_approval")
        return { kind: "aside", value: { kind: "approval", state, judgement } };
      const outcome = { decisionId, effect: judgement.effect, reason: judgement.reason, approvalId: null };
      const decision = answerOf(judgement, outcome, judgement.message, null);
      const event = decisionEvent(state, asker, asked, judgement, outcome);
      return { kind: "record", event, value: { kind: "answer", decision } };
    },
  };
}

/** A key asks for its own agent; for others it needs decisions.check_any. */
function requireRight(state: DecisionState, asker: Asker, asked: Asked, now: Date): void {
  if (asker.keyId === null) return;
  const key = liveKey(state, asker.keyId, now);
  if (key.permissions.has("decisions.check_any")) return;
  if (!key.permissions.has("decisions.check")) throw forbidden("This key may not ask for decisions.");
  if (asked.subject.type !== "agent" || asked.subject.id !== key.agentId) {
    throw forbidden("This key may ask only for its own agent. Asking for others needs decisions.check_any.");
  }
}

function residencyEvent(asker: Asker): LedgerEvent {
  return {
    id: newId("evt"),
    type: "residency.refused",
    actor: { type: "service", id: asker.keyId ?? "kynara" },
    data: { region: config().region, request_id: asker.requestId },
  };
}

/**
 * Uses the approval that was sent along, or opens or joins one. Decision, approval and their entries are stored together,
 * and only while the state is still the one that was judged.
 */
async function decideThroughApproval(
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
  const key = asker.keyId === null ? undefined : state.keys.get(asker.keyId);
  return {
    state,
    actor: key?.agentId
      ? { type: "agent", id: key.agentId }
      : { type: "service", id: asker.keyId ?? "kynara" },
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
  const wait = "A person has to approve this. Wait for the approval, then ask again with approval_id.";
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

function answerOf(
  judgement: Judgement,
  outcome: { decisionId: string; effect: Effect; reason: DecisionReason },
  message: string,
  approval: { id: string; expiresAt: Date } | null,
): Decision {
  return {
    effect: outcome.effect,
    decision_id: outcome.decisionId,
    matched_policy_id: judgement.policy?.matchedPolicyId ?? null,
    reason: outcome.reason,
    message,
    obligations: judgement.obligations as Decision["obligations"],
    approval_id: approval?.id ?? null,
    approval_url: approval ? approvalUrl(approval.id) : null,
    expires_at: approval ? approval.expiresAt.toISOString() : null,
    ttl_seconds: 0,
  };
}
