import type { Translator } from "@/lib/i18n/translator";

/** What of an agent the switch touches; null where the reader may not see it. */
export interface AgentReach {
  /** Keys that work now. */
  keys: number | null;
  /** Subjects whose tokens sign it in. */
  bindings: number | null;
  /** Requests of it that wait for a person; there may be more than were counted. */
  pending: { count: number; hasMore: boolean } | null;
}

/** What pressing the switch does, sentence by sentence. */
export function consequencesOf(
  way: "on" | "off",
  { keys, bindings, pending }: AgentReach,
  t: Translator<"agents.killSwitch">,
): string[] {
  if (way === "on") {
    return [
      t("on.effect"),
      ...(keys === null ? [] : [t("on.credentials", { keys })]),
      ...(pending?.count === 0 ? [] : [t("on.approvals")]),
    ];
  }
  return [
    t("effects.next"),
    keys === null ? t("effects.keysUnknown") : t("effects.keys", { keys }),
    ...(bindings ? [t("effects.bindings", { bindings })] : []),
    pendingSentence(pending, t),
    t("effects.past"),
  ];
}

function pendingSentence(pending: AgentReach["pending"], t: Translator<"agents.killSwitch">): string {
  if (pending === null) return t("effects.pendingUnknown");
  if (pending.count === 0) return t("effects.noPending");
  return t(pending.hasMore ? "effects.pendingMore" : "effects.pending", { count: pending.count });
}
