import "server-only";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { config } from "../../config";
import { processWide } from "../../process-wide";
import { randomBytes } from "../../random-bytes";

/**
 * A secret of the deployment: from the environment, else from a file of the data folder that is made on first use. It
 * never touches the database. Link and not rename: of several processes that start at once, one writes and all read.
 */
function deploymentSecret(name: string, fromEnvironment: string | undefined): Buffer {
  if (fromEnvironment) return Buffer.from(fromEnvironment, "base64");
  const folder = path.join(config().dataDir, "keys");
  const file = path.join(folder, name);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}.${crypto.randomUUID()}`;
    const handle = fs.openSync(draft, "wx", 0o600);
    fs.writeSync(handle, crypto.randomBytes(32).toString("base64"));
    fs.fsyncSync(handle);
    fs.closeSync(handle);
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      fs.unlinkSync(draft);
    }
  }
  return Buffer.from(fs.readFileSync(file, "utf8"), "base64");
}

/** Wraps the organizations' data keys. */
export function keyEncryptionKey(): Buffer {
  return processWide("key-encryption-key", () =>
    deploymentSecret("key-encryption-key", config().keyEncryptionKey),
  );
}

/** The Ed25519 seed that signs checkpoints. */
export function ledgerSigningSeed(): Buffer {
  return processWide("ledger-signing-seed", () =>
    deploymentSecret("ledger-signing-seed", config().ledgerKey),
  );
}

/** Signs session tokens. */
export function authSecret(): string {
  return processWide("auth-secret", () => {
    const given = config().authSecret;
    return given ?? deploymentSecret("auth-secret", undefined).toString("base64");
  });
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: iv ‖ tag ‖ ciphertext. `context` is authenticated with it, so that a box opens only in its own place. */
export function encrypt(key: Buffer, context: string, plaintext: string | Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = crypto.createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(context));
  const body = typeof plaintext === "string" ? cipher.update(plaintext, "utf8") : cipher.update(plaintext);
  cipher.final();
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when the box was changed or belongs elsewhere. */
export function decrypt(key: Buffer, context: string, box: Uint8Array): Buffer {
  const bytes = Buffer.from(box);
  const decipher = crypto.createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
