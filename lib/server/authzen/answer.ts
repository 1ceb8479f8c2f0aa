import "server-only";
import type { EvaluationResponse } from "@/lib/contracts/authzen";
import type { Decision } from "@/lib/contracts/decisions";

const FOR_USERS = {
  deny: "This is not allowed.",
  require_approval: "A person has to approve this first.",
} as const;

/**
 * A decision in AuthZEN's form. `decision` is true for `allow` alone: whoever reads nothing but the boolean never takes
 * a request for approval for a yes. What has no value is left out (section "JSON Payload Considerations").
 */
export function answerOf(decision: Decision): EvaluationResponse {
  const { effect, reason, message, decision_id, obligations } = decision;
  const { matched_policy_id, approval_id, approval_url, expires_at } = decision;
  return {
    decision: effect === "allow",
    context: {
      effect,
      reason,
      decision_id,
      ...(matched_policy_id !== null && { matched_policy_id }),
      obligations,
      ...(approval_id !== null && { approval_id }),
      ...(approval_url !== null && { approval_url }),
      ...(expires_at !== null && { expires_at }),
      ...(effect !== "allow" && {
        reason_admin: { 403: message },
        reason_user: { 403: FOR_USERS[effect] },
      }),
    },
  };
}
