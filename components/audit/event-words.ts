import type { AuditEvent } from "@/lib/contracts/audit";
import type { Translator } from "@/lib/i18n/translator";
import { EVENT_TYPES, type KnownEventType } from "@/lib/ledger";

/** Groups for the filter: `decision.*` stands for every type that begins so. */
const GROUPS = ["decision", "approval", "grant", "policy", "agent", "session", "audit"] as const;

const known: ReadonlySet<string> = new Set(EVENT_TYPES);

/** A type that is not known here is shown as its own name, made readable. */
export function eventWords(type: string, t: Translator<"audit.events">): string {
  if (known.has(type)) return t(`types.${type as KnownEventType}`);
  const text = type.replace(/[._]+/g, " ").trim();
  return text === "" ? type : text.charAt(0).toUpperCase() + text.slice(1);
}

export function eventTypeOptions(t: Translator<"audit.events">) {
  const groups = GROUPS.map((group) => ({ value: `${group}.*`, label: t(`groups.${group}`) }));
  const types = EVENT_TYPES.map((type) => ({ value: type, label: eventWords(type, t) }));
  return [...groups, ...types].map((option) => ({ ...option, description: option.value }));
}

export function eventTypeLabel(type: string, t: Translator<"audit.events">): string {
  const group = GROUPS.find((name) => type === `${name}.*`);
  return group === undefined ? eventWords(type, t) : t(`groups.${group}`);
}

const KINDS = ["agent", "user", "service"] as const;

export function actorKind(type: string, t: Translator<"audit.events">): string {
  const kind = KINDS.find((one) => one === type);
  return kind === undefined ? "Kynara" : t(`actors.${kind}`);
}

/** One sentence for the head of an entry. */
export function eventSentence(
  event: Pick<AuditEvent, "type" | "action" | "effect">,
  t: Translator<"audit.events">,
): string {
  const { type, action, effect } = event;
  if (action === null) return eventWords(type, t);
  if (type === "decision.evaluated") {
    if (effect === "allow") return t("allowed", { action });
    if (effect === "deny") return t("denied", { action });
    if (effect === "require_approval") return t("needed", { action });
  }
  return `${eventWords(type, t)}: ${action}`;
}
