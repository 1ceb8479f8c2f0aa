import type { AuditEvent } from "@/lib/contracts/audit";
import type { Translator } from "@/lib/i18n/translator";

/** Types that the console has words for; one that is not here is shown as its own name, made readable. */
const TYPES = [
  "decision.evaluated",
  "decision.consumed",
  "approval.requested",
  "approval.voted",
  "approval.approved",
  "approval.denied",
  "approval.expired",
  "approval.cancelled",
  "approval.escalated",
  "approval.commented",
  "grant.created",
  "grant.used",
  "grant.revoked",
  "grant.expired",
  "grant.reviewed",
  "policy.created",
  "policy.published",
  "policy.archived",
  "agent.registered",
  "agent.updated",
  "agent.disabled",
  "agent.enabled",
  "key.created",
  "key.revoked",
  "key.issuer_trusted",
  "key.issuer_changed",
  "key.issuer_removed",
  "key.subject_bound",
  "key.subject_unbound",
  "member.invited",
  "member.joined",
  "member.updated",
  "member.removed",
  "role.changed",
  "entity.changed",
  "session.signed_in",
  "session.failed",
  "session.signed_out",
  "settings.changed",
  "audit.exported",
  "audit.pruned",
  "audit.revealed",
  "audit.verified",
  "audit.disclosures_accounted",
  "audit.sealed_value_erased",
  "compliance.exported",
  "baa.accepted",
  "residency.refused",
  "system.organization_created",
] as const;

/** Groups for the filter: `decision.*` stands for every type that begins so. */
const GROUPS = ["decision", "approval", "grant", "policy", "agent", "session", "audit"] as const;

const known: ReadonlySet<string> = new Set(TYPES);

export function eventWords(type: string, t: Translator<"audit.events">): string {
  if (known.has(type)) return t(`types.${type as (typeof TYPES)[number]}`);
  const text = type.replace(/[._]+/g, " ").trim();
  return text === "" ? type : text.charAt(0).toUpperCase() + text.slice(1);
}

export function eventTypeOptions(t: Translator<"audit.events">) {
  const groups = GROUPS.map((group) => ({ value: `${group}.*`, label: t(`groups.${group}`) }));
  const types = TYPES.map((type) => ({ value: type, label: eventWords(type, t) }));
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
