import type { Json } from "@/lib/contracts/common";
import type { Effect } from "@/lib/contracts/decisions";

/** What the page shows of an entry, read from its canonical bytes and from nowhere else. */
export interface ReadEntry {
  type: string;
  time: string;
  actor: { type: string; id: string };
  prev: string;
  data: { readonly [name: string]: Json };
  effect: Effect | null;
  action: string | null;
  reason: string | null;
  policyId: string | null;
  policyVersion: number | null;
  approvalId: string | null;
  decisionId: string | null;
  requestId: string | null;
  /** Whether emergency access had a part in a decision. */
  hasGrants: boolean;
}

const EFFECTS: readonly string[] = ["allow", "deny", "require_approval"] satisfies Effect[];

/** The bytes were hashed by the ledger, which wrote no other shape; what a later version left out is null. */
export function readEntry(canonical: string): ReadEntry {
  const entry = JSON.parse(canonical) as Pick<ReadEntry, "type" | "time" | "actor" | "prev" | "data">;
  const { data } = entry;
  const text = (name: string) => (typeof data[name] === "string" ? data[name] : null);
  const effect = text("effect");
  return {
    ...entry,
    effect: effect !== null && EFFECTS.includes(effect) ? (effect as Effect) : null,
    action: text("action"),
    reason: text("reason"),
    policyId: text("policy_id"),
    policyVersion: typeof data.policy_version === "number" ? data.policy_version : null,
    approvalId: text("approval_id"),
    decisionId: text("decision_id"),
    requestId: text("request_id"),
    hasGrants: Array.isArray(data.grant_ids) && data.grant_ids.length > 0,
  };
}
