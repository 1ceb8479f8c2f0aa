import { approvalTerms } from "./parse-approval";
import type { Decision, DecisionReason, IdentifiedPolicy } from "./types";

/** What is answered when no policy matches: nothing is allowed that no policy allows. */
export const NO_MATCH: Decision = Object.freeze({
  effect: "deny",
  matchedPolicyId: null,
  reason: "no_matching_policy",
  obligations: Object.freeze([]),
  approval: null,
});

/** The decision that a policy makes when it is the first to match; made once and shared. */
export function policyDecision(policy: IdentifiedPolicy, reason: DecisionReason): Decision {
  return Object.freeze({
    effect: policy.effect,
    matchedPolicyId: policy.id,
    reason,
    obligations: Object.freeze([...(policy.obligations ?? [])]),
    approval: policy.effect === "require_approval" ? Object.freeze(approvalTerms(policy.approval)) : null,
  });
}
