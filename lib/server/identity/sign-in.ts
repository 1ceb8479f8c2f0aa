import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { signIn as signInSchema } from "@/lib/contracts/session";
import { config } from "../config";
import { sealed } from "../db/ledger/events";
import { type AuditedTx, recordMutation, Unchanged } from "../db/record-mutation";
import { newId } from "../ids";
import { countAddress, countStranger, forgiveAddress, LOCK_RULE, strangerLock } from "./attempt-limits";
import { oneAtATime } from "./one-at-a-time";
import { verifyPassword } from "./password";
import {
  clearFailures,
  countFailure,
  type Failure,
  findSignIn,
  insertSession,
  listMemberships,
  type SignInRecord,
} from "./store";

/** Every refusal takes at least this long, so that the time taken does not tell why it was refused. */
const REFUSAL_MS = 500;

export interface SignInAttempt {
  email: unknown;
  password: unknown;
  /** Where the request came from; empty when unknown. */
  address: string;
  userAgent: string;
}

export type SignInOutcome =
  | { kind: "signed_in"; userId: string; sessionId: string; organizationId: string }
  /** Wrong e-mail or password; which of them is not said. */
  | { kind: "refused" }
  /** Too many failed attempts; until then nothing is tried, the right password included. */
  | { kind: "locked"; until: Date };

/** Signs a person in with e-mail and password, and opens a session in their first organization. */
export async function signInWithPassword(attempt: SignInAttempt): Promise<SignInOutcome> {
  const started = performance.now();
  const outcome = await tryPassword(attempt);
  if (outcome.kind !== "signed_in") {
    await sleep(Math.max(0, REFUSAL_MS - (performance.now() - started)));
  }
  return outcome;
}

async function tryPassword(attempt: SignInAttempt): Promise<SignInOutcome> {
  const { address, userAgent } = attempt;
  const refusedUntil = await countAddress(address);
  if (refusedUntil) return { kind: "locked", until: refusedUntil };
  const given = signInSchema.safeParse({ email: attempt.email, password: attempt.password });
  if (!given.success) return { kind: "refused" };
  const { email, password } = given.data;
  return oneAtATime(email.toLowerCase(), () => tryAccount(email, password, address, userAgent));
}

async function tryAccount(
  email: string,
  password: string,
  address: string,
  userAgent: string,
): Promise<SignInOutcome> {
  const user = await findSignIn(email);
  const organizationId = user ? (await listMemberships(user.id))[0]?.organizationId : undefined;
  if (!user || !organizationId) return refuseStranger(email, password);
  if (user.lockedUntil && user.lockedUntil.getTime() > Date.now()) {
    return { kind: "locked", until: user.lockedUntil };
  }
  if (!(await verifyPassword(user.passwordHash, password))) {
    return refuseMember(user, organizationId, address);
  }
  const session = { userId: user.id, organizationId, address, userAgent, method: "password" as const };
  // Another process may have tried others meanwhile: the right guess counts only if those have not locked the account.
  const opened = await openSession(session, (tx) => clearFailures(tx, user.id));
  if (!opened) return { kind: "locked", until: new Date(Date.now() + LOCK_RULE.lockSeconds * 1000) };
  await forgiveAddress(address);
  return opened;
}

async function refuseStranger(email: string, password: string): Promise<SignInOutcome> {
  const locked = await strangerLock(email);
  if (locked) return { kind: "locked", until: locked };
  await verifyPassword(null, password);
  const until = await countStranger(email);
  return until ? { kind: "locked", until } : { kind: "refused" };
}

/** Nobody has proved to be this person, so the entry's actor is Kynara itself. */
async function refuseMember(
  user: SignInRecord,
  organizationId: string,
  address: string,
): Promise<SignInOutcome> {
  const { lockedUntil } = await recordMutation<Failure>(
    { organizationId },
    (failure) => ({
      id: newId("evt"),
      type: "session.failed",
      actor: { type: "system", id: "kynara" },
      data: {
        user_id: user.id,
        email: sealed(user.email),
        reason: "wrong_password",
        attempts: failure.attempts,
        locked_until: failure.lockedUntil?.toISOString() ?? null,
        ...(address !== "" && { address: sealed(address) }),
      },
    }),
    (tx) => countFailure(tx, user.id, LOCK_RULE),
  );
  return lockedUntil && lockedUntil.getTime() > Date.now()
    ? { kind: "locked", until: lockedUntil }
    : { kind: "refused" };
}

interface NewSession {
  userId: string;
  organizationId: string;
  address: string;
  userAgent: string;
  method: "password" | "switch";
}

type SignedIn = Extract<SignInOutcome, { kind: "signed_in" }>;

/**
 * Opens a session of a person who has proved who they are.
 *
 * @param mayOpen asked in the same transaction. @returns null when it said no; then nothing was written.
 */
export async function openSession(
  session: NewSession,
  mayOpen: (tx: AuditedTx) => Promise<boolean>,
): Promise<SignedIn | null> {
  const { userId, organizationId, address, method } = session;
  const userAgent = session.userAgent.slice(0, 400);
  const sessionId = newId("ses");
  const expiresAt = new Date(Date.now() + config().sessionSeconds * 1000);
  return recordMutation<SignedIn | null>(
    { organizationId },
    () => ({
      id: newId("evt"),
      type: "session.signed_in",
      actor: { type: "user", id: userId },
      data: {
        session_id: sessionId,
        method,
        expires_at: expiresAt.toISOString(),
        ...(address !== "" && { address: sealed(address) }),
        ...(userAgent !== "" && { user_agent: sealed(userAgent) }),
      },
    }),
    async (tx) => {
      if (!(await mayOpen(tx))) throw new Unchanged(null);
      await insertSession(tx, { id: sessionId, organizationId, userId, address, userAgent, expiresAt });
      return { kind: "signed_in", userId, sessionId, organizationId };
    },
  );
}
