import { concatBytes, equalBytes, fromHex, toHex, utf8 } from "./bytes";
import { type CanonicalRefusal, canonicalJson, type JsonValue } from "./canonical";
import type { Hasher } from "./hasher";

/** How a value of the caller's stands in an entry: bound, and neither readable nor guessable without its salt. */
export interface Sealed {
  /** HMAC-SHA-256(salt, JCS(value)), 64 lower-case hex digits. */
  readonly sealed: string;
}

/** Length of a salt in bytes. It is random, used once, and erased together with its value. */
export const SALT_BYTES = 32;

const BLOCK_BYTES = 64;

/** HMAC-SHA-256 of RFC 2104, for keys of at most one block (64 bytes). */
export function hmacSha256(hasher: Hasher, key: Uint8Array, message: Uint8Array): Uint8Array {
  const inner = new Uint8Array(BLOCK_BYTES).fill(0x36);
  const outer = new Uint8Array(BLOCK_BYTES).fill(0x5c);
  key.forEach((byte, i) => {
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  });
  return hasher.sha256(concatBytes(outer, hasher.sha256(concatBytes(inner, message))));
}

/**
 * Commits to a value.
 *
 * @param salt 32 fresh random bytes: they are the caller's to make, since this package has no randomness.
 */
export function sealValue(
  hasher: Hasher,
  salt: Uint8Array,
  value: JsonValue,
): { readonly kind: "sealed"; readonly commitment: Sealed } | CanonicalRefusal {
  if (salt.length !== SALT_BYTES) {
    return { kind: "refused", path: "", sentence: `A salt has ${SALT_BYTES} bytes, not ${salt.length}.` };
  }
  const canonical = canonicalJson(value);
  if (canonical.kind === "refused") return canonical;
  return { kind: "sealed", commitment: { sealed: toHex(hmacSha256(hasher, salt, utf8(canonical.text))) } };
}

/** Whether a commitment was made from this salt and value. */
export function opensSeal(hasher: Hasher, commitment: Sealed, salt: Uint8Array, value: JsonValue): boolean {
  const made = sealValue(hasher, salt, value);
  const stated = fromHex(commitment.sealed);
  const own = made.kind === "sealed" ? fromHex(made.commitment.sealed) : null;
  return stated !== null && own !== null && equalBytes(stated, own);
}

/** Whether a value in an entry's data is a commitment. */
export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 1) return false;
  const sealed = (value as { readonly sealed?: unknown }).sealed;
  return typeof sealed === "string" && /^[0-9a-f]{64}$/.test(sealed);
}
