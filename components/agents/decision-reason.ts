import { type DecisionReason, isDecisionReason } from "@/lib/contracts/decision-reasons";

/** Why a recorded decision came out as it did; null where its entry does not say. */
export function reasonOf(entry: { readonly [name: string]: unknown }): DecisionReason | null {
  const data = entry.data;
  const reason = typeof data === "object" && data !== null && "reason" in data ? data.reason : null;
  return isDecisionReason(reason) ? reason : null;
}
