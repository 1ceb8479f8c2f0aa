import "server-only";
import type * as z from "zod";
import type { sessionInfo, sessionItem } from "@/lib/contracts/session";
import type { Caller } from "../caller";
import { config } from "../config";
import { recordMutation, Unchanged } from "../db/record-mutation";
import { currentState } from "../decision-state";
import { conflict, notFound } from "../errors";
import { newId } from "../ids";
import { findVisit, sessionOf } from "./session";
import { openSession } from "./sign-in";
import { isActiveMember, listMemberships, listSessions, revokeSession, type SessionRecord } from "./store";

type EndReason = "signed_out" | "ended_elsewhere" | "switched_organization" | "signed_in_again";

/** When a session ends: idle at the latest then, and then whatever happens. */
export function sessionEnds(session: SessionRecord): { idle_ends_at: string; expires_at: string } {
  const idle = session.lastSeenAt.getTime() + config().sessionIdleSeconds * 1000;
  return {
    idle_ends_at: new Date(Math.min(idle, session.expiresAt.getTime())).toISOString(),
    expires_at: session.expiresAt.toISOString(),
  };
}

/** Where the caller's person is a member; none for a key. */
export async function listOwnOrganizations(caller: Caller): Promise<{ id: string; name: string }[]> {
  const memberships = caller.kind === "user" ? await listMemberships(caller.id) : [];
  return memberships.map((one) => ({ id: one.organizationId, name: one.organizationName }));
}

/** Who asks, what they may do here, and until when. */
export async function describeCaller(caller: Caller): Promise<z.output<typeof sessionInfo>> {
  const state = await currentState(caller.organizationId);
  const session = sessionOf(caller);
  const person = caller.kind === "user" ? state.people.get(caller.id) : undefined;
  return {
    kind: caller.kind === "system" ? "key" : caller.kind,
    id: caller.id,
    name: person?.name ?? state.keys.get(caller.id)?.name ?? "",
    email: person?.email ?? null,
    roles: [...caller.roles],
    permissions: [...caller.permissions].sort(),
    agent_id: caller.agentId,
    organization: { id: state.organizationId, name: state.name, region: state.region },
    organizations: await listOwnOrganizations(caller),
    session: session && {
      id: session.id,
      created_at: session.createdAt.toISOString(),
      ...sessionEnds(session),
    },
  };
}

/** Ends a session of the caller's own; one that has ended already is left as it is. */
export async function endSession(
  caller: Pick<Caller, "organizationId" | "id">,
  sessionId: string,
  reason: EndReason,
): Promise<boolean> {
  return recordMutation(
    caller,
    () => ({
      id: newId("evt"),
      type: "session.signed_out",
      actor: { type: "user", id: caller.id },
      data: { session_id: sessionId, reason },
    }),
    async (tx) => {
      if (!(await revokeSession(tx, caller.id, sessionId))) throw new Unchanged(false);
      return true;
    },
  );
}

/** Ends the session that the caller came with. */
export async function signOutCaller(caller: Caller): Promise<void> {
  const session = sessionOf(caller);
  if (!session) throw conflict("An API key has no session to end. Revoke the key instead.");
  await endSession(caller, session.id, "signed_out");
}

/** Ends the session that a browser still holds when somebody has signed in over it. */
export async function endReplacedSession(headers: Pick<Headers, "get">, requestId: string): Promise<void> {
  const visit = await findVisit(headers, requestId);
  if (visit) await endSession(visit.caller, visit.caller.session.id, "signed_in_again");
}

/** A person's own live sessions. */
export async function listOwnSessions(caller: Caller): Promise<z.output<typeof sessionItem>[]> {
  if (caller.kind !== "user") return [];
  const now = new Date();
  const seenSince = new Date(now.getTime() - config().sessionIdleSeconds * 1000);
  const sessions = await listSessions(caller.organizationId, caller.id, now, seenSince);
  const current = sessionOf(caller)?.id;
  return sessions.map((session) => ({
    id: session.id,
    current: session.id === current,
    address: session.address,
    user_agent: session.userAgent,
    created_at: session.createdAt.toISOString(),
    last_seen_at: session.lastSeenAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
  }));
}

/** Ends one of a person's own sessions, such as that of a lost phone. */
export async function endOwnSession(caller: Caller, sessionId: string): Promise<void> {
  const ended = caller.kind === "user" && (await endSession(caller, sessionId, "ended_elsewhere"));
  if (!ended) throw notFound("session");
}

/** Goes on in another organization that the person is a member of: a new session there, the old one ends. */
export async function switchOrganization(
  caller: Caller,
  organizationId: string,
  from: { address: string; userAgent: string },
): Promise<{ sessionId: string; userId: string }> {
  const session = sessionOf(caller);
  if (!session) throw conflict("An API key belongs to one organization.");
  const memberships = await listMemberships(caller.id);
  if (!memberships.some((one) => one.organizationId === organizationId)) throw notFound("organization");
  const opened = await openSession({ userId: caller.id, organizationId, ...from, method: "switch" }, (tx) =>
    isActiveMember(tx, organizationId, caller.id),
  );
  if (!opened) throw notFound("organization");
  // A crash before this line leaves a session that nobody holds; it ends by being idle.
  await endSession(caller, session.id, "switched_organization");
  return opened;
}
