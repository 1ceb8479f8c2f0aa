/**
 * SHA-256 as the ledger needs it, handed in so that this package stays free of any runtime: node gives
 * `crypto.hash`, a browser gives `portableHasher`. Both must be synchronous and keep no state.
 */
export interface Hasher {
  /** SHA-256 of the bytes: 32 bytes, in an array that the caller may keep. */
  sha256(bytes: Uint8Array): Uint8Array;
  /** SHA-256 of one byte `prefix` (0 to 127), then `text` in UTF-8, where `text` holds no lone surrogate. */
  sha256Text(prefix: number, text: string): Uint8Array;
}

/** RFC 6962, section 2.1: the domain of leaf hashes. One hash serves the chain and the tree. */
export const LEAF_PREFIX = 0x00;

/** RFC 6962, section 2.1: the domain of interior nodes. */
export const NODE_PREFIX = 0x01;

/** Length of every hash in the ledger, in bytes. */
export const HASH_BYTES = 32;
