import "server-only";
import { permissionsOf } from "@/lib/access";
import type { VoteBarrier } from "@/lib/contracts/approvals";
import { type ApprovalTerms, compileCondition, evaluateCondition } from "@/lib/policy";
import type { DecisionState, PersonRecord } from "../decision-state";
import type { ApprovalRecord, VoteRecord } from "./record";

export interface Eligibility {
  allowed: boolean;
  /** A sentence for the person: what they may do, or why not. */
  message: string;
  barrier: VoteBarrier | null;
}

const no = (barrier: VoteBarrier, message: string): Eligibility => ({ allowed: false, message, barrier });

/** Whether this person may vote on the approval now: checked when they open it, when they vote, and by `countsNow` later. */
export function mayVote(
  state: DecisionState,
  approval: ApprovalRecord,
  userId: string,
  now: Date,
): Eligibility {
  if (approval.state !== "pending") return no("closed", `This request is already ${approval.state}.`);
  if (approval.expiresAt <= now) return no("expired", "This request has expired.");
  const person = state.people.get(userId);
  if (!person?.active) return no("not_a_member", "You are no member of this organization.");
  if (approval.votes.some((vote) => vote.userId === userId))
    return no("voted", "You have already voted; a vote is final.");
  if (approval.terms.step_up === "passkey") {
    return no(
      "passkey_needed",
      "This request asks for a passkey, and none can be used here yet. Ask the privacy office.",
    );
  }
  const barrier = barrierFor(state, approval, approval.terms, approval.stage, person);
  return barrier ?? { allowed: true, message: "You may decide this request.", barrier: null };
}

/** Whether a vote still counts: the person is still eligible for the stage they voted in. */
export function countsNow(
  state: DecisionState,
  approval: ApprovalRecord,
  terms: ApprovalTerms,
  vote: VoteRecord,
): boolean {
  const person = state.people.get(vote.userId);
  return person?.active === true && barrierFor(state, approval, terms, vote.stage, person) === null;
}

/** Whether every stage has the approvals it needs, of people who are eligible in this state. */
export function quorumHolds(state: DecisionState, approval: ApprovalRecord, terms: ApprovalTerms): boolean {
  return terms.stages.every((stage, index) => approvalsIn(state, approval, terms, index) >= stage.quorum);
}

export function approvalsIn(
  state: DecisionState,
  approval: ApprovalRecord,
  terms: ApprovalTerms,
  stage: number,
): number {
  const voters = approval.votes.filter(
    (vote) => vote.vote === "approve" && vote.stage === stage && countsNow(state, approval, terms, vote),
  );
  return new Set(voters.map((vote) => vote.userId)).size;
}

/** The roles that may vote in a stage: after escalation those it was escalated to as well. */
export function rolesOfStage(
  approval: ApprovalRecord,
  terms: ApprovalTerms,
  stage: number,
): readonly string[] {
  const roles = terms.stages[stage]?.approver_roles ?? [];
  return approval.escalatedAt === null || roles.length === 0 ? roles : [...roles, ...terms.escalate_to_roles];
}

function barrierFor(
  state: DecisionState,
  approval: ApprovalRecord,
  terms: ApprovalTerms,
  stage: number,
  person: PersonRecord,
): Eligibility | null {
  if (!permissionsOf(person.roles, state.roles).has("approvals.vote"))
    return no("no_permission", "Your roles do not let you decide requests.");
  const roles = rolesOfStage(approval, terms, stage);
  if (roles.length > 0 && !roles.some((role) => person.roles.includes(role))) {
    const names = roles.map((role) => state.roles.get(role)?.displayName ?? role);
    return no("other_role", `Only ${names.join(" or ")} may decide this request.`);
  }
  if (terms.separation_of_duties && isInvolved(state, approval, person.id)) {
    return no(
      "involved",
      "You may not decide this yourself: the request is yours, made for you, or made by an agent you own.",
    );
  }
  return terms.relationship !== null && !isRelated(approval, terms, person)
    ? no("unrelated", "The rule asks for someone closer to this patient, such as on the same unit.")
    : null;
}

/** Separation of duties: the requester, the person acted for, and the agent's owner. */
function isInvolved(state: DecisionState, approval: ApprovalRecord, userId: string): boolean {
  if (approval.principalId === userId) return true;
  if (approval.subjectType === "user" && approval.subjectId === userId) return true;
  return approval.subjectType === "agent" && state.agents.get(approval.subjectId)?.ownerUserId === userId;
}

function isRelated(approval: ApprovalRecord, terms: ApprovalTerms, person: PersonRecord): boolean {
  if (terms.relationship === null) return true;
  const approver = { type: "user", id: person.id, roles: person.roles, attrs: person.attrs };
  return (
    evaluateCondition(compileCondition(terms.relationship), { ...approval.request.context, approver }) ===
    "true"
  );
}
