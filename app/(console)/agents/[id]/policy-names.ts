import type { PolicyNames } from "@/components/agents/policy-names";
import type { Caller } from "@/lib/server/caller";
import type { DecisionState } from "@/lib/server/decision-state";

/** The names of the policies in force, for those who may see policies. */
export function policyNames(caller: Caller, state: DecisionState): PolicyNames {
  if (!caller.permissions.has("policies.read")) return {};
  return Object.fromEntries(
    [...state.policyRecords.values()].map(({ id, policy }) => [id, policy.display_name]),
  );
}
