interface AuditPlace {
  effect?: "allow" | "deny" | "require_approval";
  agent?: string;
  /** Days in UTC, YYYY-MM-DD. */
  from?: string;
  to?: string;
}

/** The decisions behind a figure, in the audit log: days here are UTC, so instants are given. */
export function auditHref({ effect, agent, from, to }: AuditPlace): string {
  const search = new URLSearchParams({ type: "decision.evaluated" });
  if (effect) search.set("effect", effect);
  if (agent) search.set("agent", agent);
  if (from) search.set("from", `${from}T00:00:00.000Z`);
  if (to) search.set("to", `${to}T23:59:59.999Z`);
  return `/audit?${search}`;
}
