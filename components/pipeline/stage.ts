export type StageName = "gates" | "roles" | "grants" | "policies" | "approval";
export type StageOutcome = "pass" | "allow" | "deny" | "require_approval" | "unused" | "not_reached";

/** One stage of the way of a request. */
export interface Stage {
  name: StageName;
  outcome: StageOutcome;
  /** What happened here: a sentence, or the key of one of ours; null where nothing more is to be said. */
  said: { message: string } | { key: "standsInForRole" | "wouldWait" | "waits" } | null;
  /** The answer was made here. */
  isDecisive: boolean;
}
