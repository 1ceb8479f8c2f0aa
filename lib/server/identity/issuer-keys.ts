import "server-only";
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from "jose";
import type { TokenIssuerRecord } from "../decision-state";
import { unavailable } from "../errors";
import { processWide } from "../process-wide";

const FETCH_TIMEOUT_MS = 3_000;
/** How old fetched keys may be: the longest that a key which its issuer has withdrawn still counts. */
const MAX_AGE_MS = 600_000;
/** How soon an unknown key has the keys fetched again: strangers' tokens must not become load on the issuer. */
const COOLDOWN_MS = 5_000;
const AFTER_FAILURE_MS = 5_000;
const MAX_BYTES = 262_144;
const MAX_REMOTE_SETS = 1_000;

const given = new WeakMap<TokenIssuerRecord, JWTVerifyGetKey>();
const fetched = () => processWide("issuer-keys", () => new Map<string, JWTVerifyGetKey>());

/**
 * By what an issuer's tokens are verified: the keys it was given with, or those that its address has. Headers of the token
 * that bring or name keys of their own (`jwk`, `jku`, `x5c`, `x5u`) are never looked at (RFC 8725, section 3.10).
 *
 * The function throws AppError unavailable when the keys cannot be had, so that nothing can be said of the token.
 */
export function keysOf(issuer: TokenIssuerRecord): JWTVerifyGetKey {
  if (issuer.jwks !== null) return givenKeys(issuer, issuer.jwks);
  const sets = fetched();
  const name = `${issuer.id} ${issuer.jwksUri}`;
  const known = sets.get(name);
  if (known) return known;
  const made = remoteKeys(issuer.issuer, new URL(issuer.jwksUri ?? ""));
  const oldest = sets.keys().next();
  if (sets.size >= MAX_REMOTE_SETS && !oldest.done) sets.delete(oldest.value);
  sets.set(name, made);
  return made;
}

function givenKeys(issuer: TokenIssuerRecord, jwks: NonNullable<TokenIssuerRecord["jwks"]>): JWTVerifyGetKey {
  const known = given.get(issuer);
  if (known) return known;
  const made = createLocalJWKSet(jwks as JSONWebKeySet);
  given.set(issuer, made);
  return made;
}

function remoteKeys(issuer: string, url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: FETCH_TIMEOUT_MS,
    cacheMaxAge: MAX_AGE_MS,
    cooldownDuration: COOLDOWN_MS,
    [customFetch]: fetchInMeasure(),
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      throw unavailable(`The keys of the issuer ${issuer} could not be fetched. Nothing was decided.`, error);
    }
  };
}

/** Fetches a key set and no more than one can be, and leaves an address alone for a while after it had none. */
function fetchInMeasure(): FetchImplementation {
  let failure: { at: number; error: unknown } | null = null;
  return async (url, options) => {
    if (failure && Date.now() - failure.at < AFTER_FAILURE_MS) throw failure.error;
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}.`);
      const body = await textOf(response);
      createLocalJWKSet(JSON.parse(body));
      failure = null;
      return new Response(body);
    } catch (error) {
      failure = { at: Date.now(), error };
      throw error;
    }
  };
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error(`${response.url} answered more than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
