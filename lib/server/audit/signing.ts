import "server-only";
import crypto from "node:crypto";
import { formatVerifierKey, type NoteSigner, originOf, type VerifySignature } from "@/lib/ledger";
import { config } from "../config";
import { ledgerSigningSeed } from "../db/ledger/keys";
import { nodeHasher } from "../db/ledger/node-hasher";
import { processWide } from "../process-wide";

// RFC 8410: what precedes the 32 bytes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const PRIVATE_KEY_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_KEY_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

interface SigningKey {
  privateKey: crypto.KeyObject;
  publicKey: Buffer;
}

function signingKey(): SigningKey {
  return processWide("ledger-signing-key", () => {
    const der = Buffer.concat([PRIVATE_KEY_PREFIX, ledgerSigningSeed()]);
    const privateKey = crypto.createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    const spki = crypto.createPublicKey(privateKey).export({ format: "der", type: "spki" });
    return { privateKey, publicKey: spki.subarray(PUBLIC_KEY_PREFIX.length) };
  });
}

/** Origin of an organization's log: the name that its checkpoints and its key bear. */
export function logOrigin(organizationId: string): string {
  return originOf(config().logOrigin, organizationId);
}

/** Signs an organization's checkpoints. A key's name is the log's origin (C2SP tlog-checkpoint). */
export function logSigner(organizationId: string): NoteSigner {
  const { privateKey, publicKey } = signingKey();
  return {
    name: logOrigin(organizationId),
    publicKey,
    sign: (message) => crypto.sign(null, message, privateKey),
  };
}

/** The deployment's key as a line to hand out, under the name that a log has or had when its address was another. */
export function verifierKeyOf(origin: string): string {
  const line = formatVerifierKey(nodeHasher, origin, signingKey().publicKey);
  if (line === null) throw new Error(`The log's origin ${origin} is not fit to name a key.`);
  return line;
}

export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  const der = Buffer.concat([PUBLIC_KEY_PREFIX, publicKey]);
  try {
    return crypto.verify(null, message, { key: der, format: "der", type: "spki" }, signature);
  } catch {
    // A key that is no point on the curve is reported by an exception; it verifies nothing.
    return false;
  }
};
