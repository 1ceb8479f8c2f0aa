import "server-only";
import crypto from "node:crypto";
import { processWide } from "../../process-wide";
import { pool } from "../pool";
import { decrypt, encrypt, keyEncryptionKey } from "./keys";

export interface DataKey {
  /** Encrypts sealed values and their salts. */
  sealing: Buffer;
  /** Keys the tags by which a sealed value is found. */
  tagging: Buffer;
}

const wrapContext = (organizationId: string) => `kynara data key of ${organizationId}`;

/** A fresh data key, wrapped for the organization's row. */
export function newWrappedDataKey(organizationId: string): Buffer {
  return encrypt(keyEncryptionKey(), wrapContext(organizationId), crypto.randomBytes(32));
}

export function unwrapDataKey(organizationId: string, wrapped: Uint8Array): DataKey {
  const key = decrypt(keyEncryptionKey(), wrapContext(organizationId), wrapped);
  const derive = (purpose: string) =>
    Buffer.from(crypto.hkdfSync("sha256", key, "", `kynara ${purpose}`, 32));
  return { sealing: derive("sealing"), tagging: derive("tagging") };
}

/** The organization's data key, unwrapped once per process. */
export async function dataKey(organizationId: string): Promise<DataKey> {
  const cache = processWide("data-keys", () => new Map<string, DataKey>());
  const known = cache.get(organizationId);
  if (known) return known;
  const client = await pool().connect();
  try {
    await client.query("BEGIN READ ONLY");
    await client.query("SELECT set_config('app.org_id', $1, true)", [organizationId]);
    const { rows } = await client.query<{ data_key: Buffer }>(
      "SELECT data_key FROM organization WHERE id = $1",
      [organizationId],
    );
    await client.query("COMMIT");
    const row = rows[0];
    if (!row) throw new Error(`There is no organization ${organizationId}.`);
    const key = unwrapDataKey(organizationId, row.data_key);
    cache.set(organizationId, key);
    return key;
  } finally {
    client.release();
  }
}
