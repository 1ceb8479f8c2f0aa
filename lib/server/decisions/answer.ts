import "server-only";
import type { DecisionReason } from "@/lib/contracts/decision-reasons";
import type { Decision, Effect } from "@/lib/contracts/decisions";
import { approvalUrl } from "../approvals";
import type { Judgement } from "./pipeline";

/** A decision as it is answered. @param message for the person who reads it. */
export function answerOf(
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
