import "server-only";
import crypto from "node:crypto";
import type { DecisionState, KeyRecord } from "../decision-state";
import { AppError } from "../errors";
import { processWide } from "../process-wide";
import { sha256 } from "../sha256";
import { findApiKey } from "./store";

const SECRET_BYTES = 32;
const MAX_CACHED = 100_000;

/** A fresh key: 256 random bits, shown once, kept as its SHA-256 only (a random secret needs no slow hash). */
export function newApiKeySecret(): string {
  return `sk_live_${crypto.randomBytes(SECRET_BYTES).toString("base64url")}`;
}

export const hashApiKey = (secret: string): Buffer => sha256(secret);

/** The first characters, by which a person tells keys apart. */
export const displayOf = (secret: string): string => `${secret.slice(0, 12)}…${secret.slice(-4)}`;

export const badKey = () =>
  new AppError(
    "unauthenticated",
    "The API key is missing, unknown, expired or revoked. Send a valid one in X-Kynara-Key.",
  );

export interface KeyCredential {
  kind: "key";
  keyId: string;
  organizationId: string;
}

/** Which key this is. Whether it still counts is said by the organization's state, at the time it is used. */
export async function identifyKey(secret: string): Promise<KeyCredential> {
  if (!secret.startsWith("sk_live_") || secret.length > 300) throw badKey();
  const cache = processWide("api-keys", () => new Map<string, KeyCredential>());
  const hash = hashApiKey(secret);
  const name = hash.toString("base64");
  const known = cache.get(name);
  if (known) return known;
  const found = await findApiKey(hash);
  if (!found) throw badKey();
  if (cache.size >= MAX_CACHED) cache.clear();
  const credential: KeyCredential = { kind: "key", ...found };
  cache.set(name, credential);
  return credential;
}

/** The key as this state knows it. @throws AppError unauthenticated when it does not count any more. */
export function liveKey(state: DecisionState, keyId: string, now: Date): KeyRecord {
  const key = state.keys.get(keyId);
  if (!key || key.revoked || (key.expiresAt !== null && key.expiresAt <= now)) throw badKey();
  return key;
}
