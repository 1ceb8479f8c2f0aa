import type { AuditEvent } from "@/lib/contracts/audit";

/** What happened, in the words of the console. A type that is not here is shown as its own name, made readable. */
const WORDS: Readonly<Record<string, string>> = {
  "decision.evaluated": "Decision made",
  "decision.consumed": "Approval used",
  "approval.requested": "Approval asked for",
  "approval.voted": "Vote cast",
  "approval.approved": "Request approved",
  "approval.denied": "Request denied",
  "approval.expired": "Request expired",
  "approval.cancelled": "Request withdrawn",
  "approval.escalated": "Request escalated",
  "approval.commented": "Comment added",
  "grant.created": "Emergency access taken",
  "grant.used": "Emergency access used",
  "grant.revoked": "Emergency access ended early",
  "grant.expired": "Emergency access ended",
  "grant.reviewed": "Emergency access reviewed",
  "policy.created": "Policy created",
  "policy.published": "Policy published",
  "policy.archived": "Policy archived",
  "agent.registered": "Agent registered",
  "agent.updated": "Agent changed",
  "agent.disabled": "Agent disabled",
  "agent.enabled": "Agent enabled",
  "key.created": "API key created",
  "key.revoked": "API key revoked",
  "key.issuer_trusted": "Token issuer trusted",
  "key.issuer_changed": "Token issuer changed",
  "key.issuer_removed": "Token issuer removed",
  "key.subject_bound": "Token subject bound to agent",
  "key.subject_unbound": "Token subject unbound",
  "member.invited": "Person invited",
  "member.joined": "Person joined",
  "member.updated": "Person changed",
  "member.removed": "Person removed",
  "role.changed": "Role changed",
  "entity.changed": "Directory changed",
  "session.signed_in": "Signed in",
  "session.failed": "Sign-in failed",
  "session.signed_out": "Signed out",
  "settings.changed": "Settings changed",
  "audit.exported": "Log exported",
  "audit.pruned": "Old entries removed",
  "audit.revealed": "Sealed values opened",
  "audit.sealed_value_erased": "Sealed values erased",
  "baa.accepted": "Agreement accepted",
  "residency.refused": "Refused: another region",
  "system.organization_created": "Organization created",
};

export function eventWords(type: string): string {
  const known = WORDS[type];
  if (known !== undefined) return known;
  const text = type.replace(/[._]+/g, " ").trim();
  return text === "" ? type : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Groups for the filter: `decision.*` stands for every type that begins so. */
const GROUPS: readonly { value: string; label: string }[] = [
  { value: "decision.*", label: "All decisions" },
  { value: "approval.*", label: "All of approvals" },
  { value: "grant.*", label: "All of emergency access" },
  { value: "policy.*", label: "All of policies" },
  { value: "agent.*", label: "All of agents" },
  { value: "session.*", label: "All sign-ins" },
  { value: "audit.*", label: "All of the log itself" },
];

export const eventTypeOptions = [
  ...GROUPS,
  ...Object.entries(WORDS).map(([value, label]) => ({ value, label })),
].map((option) => ({ ...option, description: option.value }));

export function eventTypeLabel(type: string): string {
  return GROUPS.find((group) => group.value === type)?.label ?? eventWords(type);
}

const KINDS = {
  agent: "Agent",
  user: "Person",
  service: "API key",
  system: "Kynara",
} as const;

export function actorKind(type: string): string {
  return KINDS[type as keyof typeof KINDS] ?? type;
}

/** One sentence for the head of an entry. */
export function eventSentence(event: Pick<AuditEvent, "type" | "action" | "effect">): string {
  if (event.type === "decision.evaluated" && event.action !== null) {
    if (event.effect === "allow") return `${event.action} was allowed`;
    if (event.effect === "deny") return `${event.action} was denied`;
    if (event.effect === "require_approval") return `${event.action} needed an approval`;
  }
  return event.action === null ? eventWords(event.type) : `${eventWords(event.type)}: ${event.action}`;
}
