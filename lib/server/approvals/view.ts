import "server-only";
import type { Approval, ApprovalState } from "@/lib/contracts/approvals";
import type { Attributes } from "@/lib/contracts/common";
import type { JsonObject } from "@/lib/policy";
import type { Caller } from "../caller";
import { config } from "../config";
import type { DecisionState } from "../decision-state";
import { approvalsIn, mayVote, rolesOfStage } from "./eligibility";
import type { ApprovalRecord } from "./record";
import type { DirectoryEntry } from "./store";

/** Where a person decides it. */
export const approvalUrl = (id: string): string => `${config().baseUrl}/inbox/${id}`;

/** Where a request stands: one whose time is over reads as expired before the job has closed it. */
export function stateAt(approval: { state: ApprovalState; expiresAt: Date }, now: Date): ApprovalState {
  const isOver = approval.expiresAt <= now && (approval.state === "pending" || approval.state === "approved");
  return isOver ? "expired" : approval.state;
}

/** An approval as the API tells it. */
export function approvalView(
  caller: Caller,
  state: DecisionState,
  approval: ApprovalRecord,
  resource: DirectoryEntry | undefined,
  now: Date,
): Approval {
  const { terms, request } = approval;
  const person = (id: string) => ({ id, name: state.people.get(id)?.name ?? "A former member" });
  return {
    id: approval.id,
    state: stateAt(approval, now),
    decision_id: approval.decisionId,
    action: approval.action,
    resource: { type: approval.resourceType, id: approval.resourceId, attrs: plain(request.claimedAttrs) },
    resource_display_name: resource?.displayName ?? "",
    resource_directory_attrs: (resource?.attrs ?? {}) as Attributes,
    context: plain(request.context.context ?? {}),
    subject: { type: approval.subjectType, id: approval.subjectId, name: subjectName(state, approval) },
    on_behalf_of: approval.principalId === null ? null : person(approval.principalId),
    policy: {
      id: approval.policyId,
      version: approval.policyVersion,
      display_name: request.policyName,
      sentence: request.policySentence,
      sentences: request.policySentences ?? { en: request.policySentence, es: request.policySentence },
    },
    approver_roles: [...rolesOfStage(approval, terms, approval.stage)],
    stage: approval.stage,
    stages: terms.stages.length,
    quorum: terms.stages[approval.stage]?.quorum ?? 1,
    approvals_in_stage: approvalsIn(state, approval, terms, approval.stage),
    require_reason: terms.require_reason,
    step_up: terms.step_up,
    votes: approval.votes.map((vote) => ({
      user: person(vote.userId),
      stage: vote.stage,
      vote: vote.vote,
      reason: vote.reason,
      created_at: vote.createdAt.toISOString(),
    })),
    // Talk between those who decide: the agent that asked does not hear it.
    comments: (caller.permissions.has("approvals.read") ? approval.comments : []).map((comment) => ({
      id: comment.id,
      user: person(comment.userId),
      body: comment.body,
      created_at: comment.createdAt.toISOString(),
    })),
    may_vote: caller.kind === "user" ? mayVote(state, approval, caller.id, now) : null,
    uses_left: approval.usesLeft,
    created_at: approval.createdAt.toISOString(),
    expires_at: approval.expiresAt.toISOString(),
    escalated_at: approval.escalatedAt?.toISOString() ?? null,
    resolved_at: approval.resolvedAt?.toISOString() ?? null,
    resolved_by: approval.resolvedBy === null ? null : person(approval.resolvedBy),
    reason: approval.reason,
    approval_url: approvalUrl(approval.id),
  };
}

function subjectName(state: DecisionState, approval: ApprovalRecord): string {
  if (approval.subjectType === "agent")
    return state.agents.get(approval.subjectId)?.name ?? approval.subjectId;
  if (approval.subjectType === "user")
    return state.people.get(approval.subjectId)?.name ?? approval.subjectId;
  return approval.subjectId;
}

const plain = (attrs: JsonObject | { readonly [name: string]: unknown }): Attributes => attrs as Attributes;
