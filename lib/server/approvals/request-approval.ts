import "server-only";
import {
  type ApprovalTerms,
  describePolicy,
  type JsonObject,
  type Policy,
  type PolicyContext,
} from "@/lib/policy";
import type { Actor } from "../caller";
import type { LedgerEvent } from "../db/ledger/events";
import type { AuditedTx } from "../db/record-mutation";
import type { DecisionState } from "../decision-state";
import { bindingOf, isSameRequest } from "./binding";
import { quorumHolds } from "./eligibility";
import { approvalEvent } from "./events";
import { type ApprovalRecord, type BoundRequest, UNLIMITED_USES } from "./record";
import { findApproval, findPending, insertApproval, takeUse } from "./store";

/** A request that a policy wants approved, as the decision pipeline hands it over. */
export interface RequestToApprove {
  state: DecisionState;
  actor: Actor;
  decisionId: string;
  policyId: string;
  terms: ApprovalTerms;
  context: PolicyContext;
  claimedAttrs: JsonObject;
  /** The attribute paths that today's policies read for this request. */
  paths: readonly string[];
  now: Date;
}

/** The request that waits, with what has to be recorded of it: nothing when it was there already. */
export interface Requested {
  approval: ApprovalRecord;
  events: LedgerEvent[];
}

/** Opens an approval, or joins the pending one for the very same request. */
export async function requestApproval(tx: AuditedTx, given: RequestToApprove): Promise<Requested> {
  const { state, context, terms, now } = given;
  const binding = bindingOf(context, given.paths);
  const pending = await findPending(tx, state.organizationId, binding);
  if (pending && pending.expiresAt > now) return { approval: pending, events: [] };
  const events: LedgerEvent[] = [];
  if (pending) events.push(await expireInPassing(tx, pending, now));
  const policy = state.policyRecords.get(given.policyId);
  if (!policy) throw new Error(`The policy ${given.policyId} is not in the state that matched it.`);
  const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const approval = await insertApproval(tx, {
    organizationId: state.organizationId,
    policyId: given.policyId,
    policyVersion: policy.version,
    decisionId: given.decisionId,
    subjectType: context.subject?.type ?? "",
    subjectId: context.subject?.id ?? "",
    principalId: context.on_behalf_of?.id ?? null,
    action: context.action?.name ?? "",
    resourceType: context.resource?.type ?? "",
    resourceId: context.resource?.id ?? "",
    request: boundRequest(given, policy.policy),
    terms,
    usesLeft: policy.policy.approval?.uses ?? (terms.window_seconds === null ? terms.uses : UNLIMITED_USES),
    createdAt: now,
    expiresAt: inSeconds(terms.expires_in_seconds),
    escalateAt: terms.escalate_after_seconds === null ? null : inSeconds(terms.escalate_after_seconds),
    binding,
  });
  events.push(
    approvalEvent("approval.requested", approval, given.actor, {
      approver_roles: [...new Set(terms.stages.flatMap((stage) => stage.approver_roles))],
      expires_at: approval.expiresAt.toISOString(),
    }),
  );
  return { approval, events };
}

function boundRequest(given: RequestToApprove, policy: Policy): BoundRequest {
  const { env: _env, approver: _approver, ...context } = given.context;
  const policySentences = { en: describePolicy(policy), es: describePolicy(policy, "es") };
  return {
    context,
    claimedAttrs: given.claimedAttrs,
    policyName: policy.display_name,
    policySentence: policySentences.en,
    policySentences,
  };
}

/** The job has not come by yet: the binding is free again only once the old request is closed. */
async function expireInPassing(tx: AuditedTx, pending: ApprovalRecord, now: Date): Promise<LedgerEvent> {
  await tx.approval.updateMany({
    where: { id: pending.id, state: "pending" },
    data: { state: "expired", resolvedAt: now },
  });
  return approvalEvent("approval.expired", pending, { type: "system", id: "kynara" });
}

export type ApprovalConsumption =
  | { kind: "used"; approval: ApprovalRecord; events: LedgerEvent[] }
  | { kind: "pending"; approval: ApprovalRecord }
  | { kind: "refused"; message: string };

const refused = (message: string): ApprovalConsumption => ({ kind: "refused", message });

/**
 * Uses an approval for the request it was given for. It must be approved, in time, unused, for exactly this request, and
 * still carry the votes that today's policy asks for, of people who are still eligible.
 */
export async function consumeApproval(
  tx: AuditedTx,
  id: string,
  given: RequestToApprove,
): Promise<ApprovalConsumption> {
  const { state, now } = given;
  const approval = await findApproval(tx, id);
  if (!approval) return refused("There is no such approval. Ask without approval_id to open one.");
  const bound = state.policies.references(approval.request.context);
  if (!isSameRequest(approval.request.context, given.context, [...given.paths, ...bound])) {
    return refused(
      "The approval was given for another request: subject, person, action, resource and attributes must be the same.",
    );
  }
  if (approval.expiresAt <= now)
    return refused("The approval has expired. Ask without approval_id to open a new one.");
  if (approval.state === "pending") return { kind: "pending", approval };
  if (approval.state !== "approved") return refused(REFUSALS[approval.state]);
  if (!quorumHolds(state, approval, given.terms)) {
    return refused(
      "The approval no longer carries the votes that the policy asks for today. Ask without approval_id to open a new one.",
    );
  }
  const usesLeft = await takeUse(tx, approval, now);
  if (usesLeft === null) return refused(REFUSALS.consumed);
  const used = approvalEvent("decision.consumed", approval, given.actor, {
    used_by_decision_id: given.decisionId,
    ...(approval.usesLeft !== UNLIMITED_USES && { uses_left: usesLeft }),
  });
  return { kind: "used", approval, events: [used] };
}

const REFUSALS = {
  denied: "The approval was denied. Ask again only if something has changed.",
  expired: "The approval has expired. Ask without approval_id to open a new one.",
  cancelled: "The approval was cancelled. Ask without approval_id to open a new one.",
  consumed: "The approval has been used. Ask without approval_id to open a new one.",
} as const;
