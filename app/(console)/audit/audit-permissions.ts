import type { AuditPermissions } from "@/components/audit/audit-names";

/** What of the audit pages somebody with these permissions is offered. */
export function auditPermissions(permissions: ReadonlySet<string>): AuditPermissions {
  return {
    reveal: permissions.has("audit.reveal"),
    exports: permissions.has("audit.export"),
    verify: permissions.has("audit.verify"),
    agents: permissions.has("agents.read"),
    policies: permissions.has("policies.read"),
    people: permissions.has("members.read"),
  };
}
