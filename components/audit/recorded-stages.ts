import type { Stage, StageName } from "@/components/pipeline/stage";
import type { DecisionReason } from "@/lib/contracts/decision-reasons";
import type { Effect } from "@/lib/contracts/decisions";

/** Where each answer is made. A stage is asked only when none before it has answered, so this tells of all of them. */
const MADE_AT: Readonly<Record<DecisionReason, StageName>> = {
  organization_suspended: "gates",
  subject_unknown: "gates",
  principal_unknown: "gates",
  agent_disabled: "gates",
  agent_read_only: "gates",
  budget_exceeded: "gates",
  quota_exceeded: "gates",
  not_permitted: "roles",
  policy: "policies",
  no_matching_policy: "policies",
  approval_required: "policies",
  grant: "grants",
  approval_granted: "approval",
  approval_not_valid: "approval",
};

/** In the order in which a request comes to them: a grant answers what a policy asks, where it does not widen a role. */
const ASKED: readonly StageName[] = ["gates", "roles", "policies", "grants", "approval"];
const SHOWN: readonly StageName[] = ["gates", "roles", "grants", "policies", "approval"];

export interface RecordedDecision {
  effect: Effect;
  reason: DecisionReason;
  /** Whether emergency access had a part in it. */
  hasGrants: boolean;
  /** The reason in the reader's words. */
  words: string;
}

/** The way of a decision as its entry proves it: nothing is judged again by what stands today. */
export function recordedStages({ effect, reason, hasGrants, words }: RecordedDecision): Stage[] {
  const made = ASKED.indexOf(MADE_AT[reason]);
  return SHOWN.map((name) => {
    const place = ASKED.indexOf(name);
    if (place === made) return { name, outcome: effect, said: { message: words }, isDecisive: true };
    return { name, ...beside(name, place < made), isDecisive: false };
  });

  function beside(name: StageName, isBefore: boolean): Pick<Stage, "outcome" | "said"> {
    if (name === "grants" && hasGrants) return { outcome: "pass", said: { key: "standsInForRole" } };
    if (name === "approval" && effect === "require_approval")
      return { outcome: "require_approval", said: { key: "waits" } };
    if (isBefore && name === "policies") return { outcome: "require_approval", said: null };
    if (isBefore && name !== "grants") return { outcome: "pass", said: null };
    return { outcome: effect === "deny" && !isBefore ? "not_reached" : "unused", said: null };
  }
}
