import { isOneOf } from "./is-one-of";

/** Why a decision came out as it did. Without schemas, so that a page can tell reasons without carrying a validation library. */
export const DECISION_REASONS = [
  "policy",
  "no_matching_policy",
  "not_permitted",
  "approval_required",
  "approval_granted",
  "approval_not_valid",
  "grant",
  "organization_suspended",
  "subject_unknown",
  "principal_unknown",
  "agent_disabled",
  "agent_read_only",
  "budget_exceeded",
  "quota_exceeded",
] as const;

export type DecisionReason = (typeof DECISION_REASONS)[number];

export const isDecisionReason = isOneOf(DECISION_REASONS);
