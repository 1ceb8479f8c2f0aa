import crypto from "node:crypto";
import type { Hasher, VerifySignature } from "../../lib/ledger/index";

/** Node 20.12 has a one-shot hash that is twice as fast on short records; older versions have `createHash` only. */
const digest: (data: string | Uint8Array) => Uint8Array =
  typeof crypto.hash === "function"
    ? (data) => crypto.hash("sha256", data, "buffer")
    : (data) => crypto.createHash("sha256").update(data).digest();

export const nodeHasher: Hasher = {
  sha256: digest,
  // A code point below 0x80 is one byte in UTF-8, so the prefix may travel in the string.
  sha256Text: (prefix, text) => digest(String.fromCharCode(prefix) + text),
};

/** An Ed25519 key in DER begins with these bytes (RFC 8410, section 4). */
const DER_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  const der = Buffer.concat([DER_PREFIX, publicKey]);
  return crypto.verify(
    null,
    message,
    crypto.createPublicKey({ key: der, format: "der", type: "spki" }),
    signature,
  );
};
