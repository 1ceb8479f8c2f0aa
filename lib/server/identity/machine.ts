import "server-only";
import type { Caller } from "../caller";
import { now as currentTime } from "../clock";
import { currentState, latestState } from "../decision-state";
import { badKey, identifyKey, type KeyCredential, liveKey } from "./api-key";
import { authenticateToken, type TokenCredential } from "./bearer-token";

/** By what a machine showed who it is. It is looked up again in the state that decides. */
export type Credential = KeyCredential | TokenCredential;

/** A machine that has shown a key or a token that counts. */
export interface Machine {
  credential: Credential;
  /** The agent that it is. */
  agentId: string | null;
  permissions: ReadonlySet<string>;
}

/** What a token may do, whoever issued it: nothing of management can be reached with one. */
const TOKEN_PERMISSIONS: ReadonlySet<string> = new Set(["decisions.check"]);

/**
 * Who shows a key in X-Kynara-Key, or a key or JWT in Authorization: Bearer; null when neither is there. Not an async
 * function itself: on the way of every decision each promise counts.
 */
export function presentedMachine(
  header: (name: string) => string | null | undefined,
): Promise<Machine> | null {
  const key = header("x-kynara-key");
  if (key) return machineOfKey(key.trim());
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(header("authorization") ?? "")?.[1];
  if (bearer === undefined) return null;
  return bearer.startsWith("sk_") ? machineOfKey(bearer) : machineOfToken(bearer);
}

/** @throws AppError unauthenticated, unavailable (the keys of a token's issuer cannot be had). */
export function authenticateMachine(header: (name: string) => string | null | undefined): Promise<Machine> {
  const machine = presentedMachine(header);
  if (!machine) throw badKey();
  return machine;
}

/** With a state that knows it: a key made a moment ago by another process is not refused because its notice is on its way. */
async function machineOfKey(secret: string): Promise<Machine> {
  const credential = await identifyKey(secret);
  let state = await currentState(credential.organizationId);
  if (!state.keys.has(credential.keyId)) state = await latestState(credential.organizationId);
  const { agentId, permissions } = liveKey(state, credential.keyId, currentTime());
  return { credential, agentId, permissions };
}

async function machineOfToken(token: string): Promise<Machine> {
  const credential = await authenticateToken(token);
  return { credential, agentId: credential.agentId, permissions: TOKEN_PERMISSIONS };
}

/** The id of the key, or of the binding that a token signs in by: what a machine's pace is counted under. */
export const credentialId = (credential: Credential): string =>
  credential.kind === "key" ? credential.keyId : credential.bindingId;

/** The machine as operations take it. */
export function machineCaller({ credential, agentId, permissions }: Machine, requestId: string): Caller {
  return {
    organizationId: credential.organizationId,
    kind: credential.kind,
    id: credentialId(credential),
    agentId,
    roles: [],
    permissions,
    requestId,
  };
}
