import "server-only";
import type { PolicyView } from "@/lib/contracts/policies";
import { describePolicy, type Policy } from "@/lib/policy";
import type { PolicyRow } from "./store";

export const policyOf = (row: PolicyRow) => row.document as unknown as Policy;

export function policyView(row: PolicyRow): PolicyView {
  const policy = policyOf(row);
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    display_name: policy.display_name,
    effect: policy.effect,
    priority: policy.priority ?? 0,
    enabled: policy.enabled ?? true,
    sentence: describePolicy(policy),
    document: row.document as PolicyView["document"],
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
