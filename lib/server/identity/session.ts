import "server-only";
import { permissionsOf } from "@/lib/access";
import type { Caller } from "../caller";
import { config } from "../config";
import { currentState, type DecisionState, type PersonRecord } from "../decision-state";
import { AppError } from "../errors";
import { readToken } from "./session-token";
import { findSession, type SessionRecord, touchSession } from "./store";

const TOUCH_EVERY_SECONDS = 60;

/** A person with a session. */
export interface SessionCaller extends Caller {
  readonly kind: "user";
  readonly session: SessionRecord;
}

/** A session's caller together with the state that it was built from. */
export interface Visit {
  caller: SessionCaller;
  person: PersonRecord;
  state: DecisionState;
}

type ReadHeaders = Pick<Headers, "get">;

export const notSignedIn = () =>
  new AppError("unauthenticated", "Your session has ended, or there was none. Sign in again.");

/**
 * Who is signed in. Works on the request alone, so it serves Next and the custom server alike.
 *
 * @throws AppError unauthenticated.
 */
export async function authenticateSession(headers: ReadHeaders, requestId: string): Promise<SessionCaller> {
  const visit = await findVisit(headers, requestId);
  if (!visit) throw notSignedIn();
  return visit.caller;
}

/** The signed-in person and their organization's state; null when nobody is signed in. */
export async function findVisit(headers: ReadHeaders, requestId: string): Promise<Visit | null> {
  const claims = await readToken(headers.get("cookie"));
  if (!claims) return null;
  const session = await findLiveSession(claims.sessionId, countsAsActivity(headers));
  if (!session || session.userId !== claims.userId) return null;
  const state = await currentState(session.organizationId);
  const person = state.people.get(session.userId);
  // Whoever was removed is out with their next request, whatever their session says.
  if (!person?.active) return null;
  const caller: SessionCaller = {
    organizationId: session.organizationId,
    kind: "user",
    id: person.id,
    agentId: null,
    roles: person.roles,
    permissions: permissionsOf(person.roles, state.roles),
    requestId,
    session,
  };
  return { caller, person, state };
}

/** The session when it is neither revoked nor over nor idle for too long. */
export async function findLiveSession(id: string, activity: boolean): Promise<SessionRecord | null> {
  const session = await findSession(id);
  if (!session || session.revoked) return null;
  const now = Date.now();
  const idleMs = now - session.lastSeenAt.getTime();
  if (session.expiresAt.getTime() <= now || idleMs >= config().sessionIdleSeconds * 1000) return null;
  const every = Math.min(TOUCH_EVERY_SECONDS, config().sessionIdleSeconds / 3);
  if (!activity || idleMs < every * 1000) return session;
  await touchSession(id, every);
  return { ...session, lastSeenAt: new Date(now) };
}

/** Streams and polls run without a person's doing, so they must not keep an unattended screen signed in. */
function countsAsActivity(headers: ReadHeaders): boolean {
  const stream = headers.get("accept")?.includes("text/event-stream") ?? false;
  return !stream && headers.get("x-kynara-background") !== "1";
}

export function sessionOf(caller: Caller): SessionRecord | null {
  return "session" in caller ? (caller as SessionCaller).session : null;
}

/** For what outlives its request, such as an event stream: whether the caller's session still counts. */
export async function stillSignedIn(caller: Caller): Promise<boolean> {
  const session = sessionOf(caller);
  if (!session) return caller.kind !== "user";
  if (!(await findLiveSession(session.id, false))) return false;
  const state = await currentState(caller.organizationId);
  return state.people.get(caller.id)?.active ?? false;
}
