import type { DecisionReason } from "@/lib/contracts/decisions";

const WORDS: Record<DecisionReason, string> = {
  policy: "A policy says so",
  no_matching_policy: "No policy covers it",
  not_permitted: "No role permits it",
  approval_required: "A person was asked",
  approval_granted: "A person approved it",
  approval_not_valid: "The approval did not fit this request",
  grant: "Emergency access",
  organization_suspended: "The organization is suspended",
  subject_unknown: "The agent is not known",
  principal_unknown: "The person it acts for is not known",
  agent_disabled: "The agent is switched off",
  agent_read_only: "The agent may only read",
  budget_exceeded: "Its actions for the day are spent",
  quota_exceeded: "The plan's decisions are spent",
};

const isReason = (reason: unknown): reason is DecisionReason =>
  typeof reason === "string" && Object.hasOwn(WORDS, reason);

/** Why a recorded decision came out as it did, in words. */
export function reasonOf(entry: { readonly [name: string]: unknown }): string {
  const data = entry.data;
  const reason = typeof data === "object" && data !== null && "reason" in data ? data.reason : undefined;
  return isReason(reason) ? WORDS[reason] : "";
}
