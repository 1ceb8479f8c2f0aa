import "server-only";
import type { Permission } from "@/lib/access";
import { forbidden } from "./errors";

export type Actor = { type: "agent" | "user" | "service" | "system"; id: string };

/** Who asks: a person with a session, an API key, an agent with a token, or Kynara itself in a job. The first argument of every operation. */
export interface Caller {
  organizationId: string;
  kind: "user" | "key" | "token" | "system";
  /** The id of the user, the key, the binding that the token signs in by, or the job. */
  id: string;
  /** The agent that the key belongs to or the token signs in. */
  agentId: string | null;
  roles: readonly string[];
  permissions: ReadonlySet<string>;
  requestId: string;
}

export function requirePermission(caller: Caller, permission: Permission): void {
  if (!caller.permissions.has(permission)) {
    throw forbidden(
      `This needs the permission ${permission}. Ask an administrator for a role that holds it.`,
    );
  }
}

/** How the caller stands in the ledger: a key or token speaks as its agent, or as a service when it has none. */
export function actorOf(caller: Caller): Actor {
  if (caller.kind === "user") return { type: "user", id: caller.id };
  if (caller.kind === "system") return { type: "system", id: caller.id };
  return caller.agentId ? { type: "agent", id: caller.agentId } : { type: "service", id: caller.id };
}

/** Kynara itself, in jobs and at set-up. */
export function systemCaller(organizationId: string, requestId: string): Caller {
  return {
    organizationId,
    kind: "system",
    id: "kynara",
    agentId: null,
    roles: [],
    permissions: new Set(),
    requestId,
  };
}
