import "server-only";
import crypto from "node:crypto";
import { processWide } from "../../process-wide";
import { tenantQuery } from "../tenant-query";
import { decrypt, encrypt, keyEncryptionKey } from "./keys";

export interface DataKey {
  /** Encrypts sealed values and their salts. */
  sealing: Buffer;
  /** Keys the tags by which a sealed value is found. */
  tagging: Buffer;
  /** Tags of short texts that were met of late: record types, purposes and the patients of the hour come again and again. */
  tags: Map<string, Buffer>;
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
  return { sealing: derive("sealing"), tagging: derive("tagging"), tags: new Map() };
}

/** The organization's data key, read and unwrapped once per process, however many ask for it at the same time. */
export function dataKey(organizationId: string): Promise<DataKey> {
  const cache = processWide("data-keys", () => new Map<string, Promise<DataKey>>());
  const known = cache.get(organizationId);
  if (known) return known;
  const key = readDataKey(organizationId);
  cache.set(organizationId, key);
  key.catch(() => cache.delete(organizationId));
  return key;
}

async function readDataKey(organizationId: string): Promise<DataKey> {
  const [row] = await tenantQuery<{ data_key: Buffer }>(
    organizationId,
    "SELECT data_key FROM organization WHERE id = $1",
    [organizationId],
  );
  if (!row) throw new Error(`There is no organization ${organizationId}.`);
  return unwrapDataKey(organizationId, row.data_key);
}
