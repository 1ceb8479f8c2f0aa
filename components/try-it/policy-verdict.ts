import type { PolicyTrace } from "@/lib/policy";

/** Why a policy decided or did not, in a sentence. */
export function policyVerdict(policy: PolicyTrace): string {
  if (!policy.action_matched) return "It is about other actions.";
  if (policy.value === null) return "It is about other types of resources.";
  if (policy.value === "true")
    return policy.condition === null ? "It matches; it has no condition." : "Its condition is true.";
  if (policy.value === "false") return "Its condition is false, so it was passed over.";
  const told = policy.unknown_paths.map(({ path, problem }) =>
    problem === "missing" ? `${path} is missing` : `${path} has another type than the condition needs`,
  );
  const because = told.length === 0 ? "" : ` because ${told.join(", ")}`;
  return policy.matched
    ? `Its condition is unknown${because}. It forbids or asks, so it counts as a match: doubt never opens a door.`
    : `Its condition is unknown${because}, so it was passed over.`;
}
