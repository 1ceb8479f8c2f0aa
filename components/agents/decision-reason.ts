import { DECISION_REASONS, type DecisionReason } from "@/lib/contracts/decision-reasons";

const REASONS: ReadonlySet<unknown> = new Set(DECISION_REASONS);
const isReason = (reason: unknown): reason is DecisionReason => REASONS.has(reason);

/** Why a recorded decision came out as it did; null where its entry does not say. */
export function reasonOf(entry: { readonly [name: string]: unknown }): DecisionReason | null {
  const data = entry.data;
  const reason = typeof data === "object" && data !== null && "reason" in data ? data.reason : null;
  return isReason(reason) ? reason : null;
}
