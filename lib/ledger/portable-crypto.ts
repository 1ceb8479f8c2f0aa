import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { utf8 } from "./bytes";
import type { Hasher } from "./hasher";

/**
 * SHA-256 in plain JavaScript, for browsers and workers: WebCrypto's is asynchronous and missing outside a secure
 * context. In node a hasher over `crypto.hash` is several times faster.
 */
export const portableHasher: Hasher = {
  sha256: (bytes) => sha256(bytes),
  sha256Text: (prefix, text) => sha256(utf8(String.fromCharCode(prefix) + text)),
};

/** Ed25519 verification of RFC 8032 (not the laxer ZIP 215), in plain JavaScript, for browsers and workers. */
export function verifyEd25519Portable(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  // Set here and not on loading, so that a bundle that does not call this leaves the library out.
  hashes.sha512 = sha512;
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    // A key or signature that is no point on the curve is reported by an exception; it verifies nothing.
    return false;
  }
}
