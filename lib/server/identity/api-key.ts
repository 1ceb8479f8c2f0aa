import "server-only";
import crypto from "node:crypto";
import type { Caller } from "../caller";
import { now as currentTime } from "../clock";
import { currentState, type DecisionState, type KeyRecord, latestState } from "../decision-state";
import { AppError } from "../errors";
import { processWide } from "../process-wide";
import { findApiKey } from "./store";

const SECRET_BYTES = 32;
const MAX_CACHED = 100_000;

/** A fresh key: 256 random bits, shown once, kept as its SHA-256 only (a random secret needs no slow hash). */
export function newApiKeySecret(): string {
  return `sk_live_${crypto.randomBytes(SECRET_BYTES).toString("base64url")}`;
}

export const hashApiKey = (secret: string): Buffer => crypto.createHash("sha256").update(secret).digest();

/** The first characters, by which a person tells keys apart. */
export const displayOf = (secret: string): string => `${secret.slice(0, 12)}…${secret.slice(-4)}`;

export const badKey = () =>
  new AppError(
    "unauthenticated",
    "The API key is missing, unknown, expired or revoked. Send a valid one in X-Kynara-Key.",
  );

/** The key in X-Kynara-Key or Authorization: Bearer; null when there is none. */
export function presentedKey(header: (name: string) => string | null | undefined): string | null {
  const given = header("x-kynara-key");
  if (given) return given.trim();
  const match = /^Bearer\s+(\S+)\s*$/i.exec(header("authorization") ?? "");
  return match?.[1] ?? null;
}

export interface KeyIdentity {
  keyId: string;
  organizationId: string;
}

/** Which key this is. Whether it still counts is said by the organization's state, at the time it is used. */
export async function identifyKey(secret: string): Promise<KeyIdentity> {
  if (!secret.startsWith("sk_live_") || secret.length > 300) throw badKey();
  const cache = processWide("api-keys", () => new Map<string, KeyIdentity>());
  const hash = hashApiKey(secret);
  const name = hash.toString("base64");
  const known = cache.get(name);
  if (known) return known;
  const identity = await findApiKey(hash);
  if (!identity) throw badKey();
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(name, identity);
  return identity;
}

/** The key as this state knows it. @throws AppError unauthenticated when it does not count any more. */
export function liveKey(state: DecisionState, keyId: string, now: Date): KeyRecord {
  const key = state.keys.get(keyId);
  if (!key || key.revoked || (key.expiresAt !== null && key.expiresAt <= now)) throw badKey();
  return key;
}

/**
 * The key with a state that knows it: a key that was made a moment ago by another process is not refused because the
 * notice of it is still on its way.
 */
export async function keyInState(identity: KeyIdentity): Promise<{ key: KeyRecord; state: DecisionState }> {
  let state = await currentState(identity.organizationId);
  if (!state.keys.has(identity.keyId)) state = await latestState(identity.organizationId);
  return { key: liveKey(state, identity.keyId, currentTime()), state };
}

export async function authenticateKey(secret: string, requestId: string): Promise<Caller> {
  const identity = await identifyKey(secret);
  const { key } = await keyInState(identity);
  return {
    organizationId: identity.organizationId,
    kind: "key",
    id: key.id,
    agentId: key.agentId,
    roles: [],
    permissions: key.permissions,
    requestId,
  };
}
