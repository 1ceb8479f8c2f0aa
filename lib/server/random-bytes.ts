import "server-only";
import crypto from "node:crypto";

const POOL_BYTES = 16_384;
let pool = Buffer.alloc(0);

/** Random bytes out of a pool that is filled at once: a call to the generator costs more than the bytes. Each is used once. */
export function randomBytes(count: number): Buffer {
  if (pool.length < count) pool = crypto.randomBytes(POOL_BYTES);
  const bytes = pool.subarray(0, count);
  pool = pool.subarray(count);
  return bytes;
}
