import "server-only";
import { v7 } from "uuid";
import { randomBytes } from "./random-bytes";

export type IdPrefix =
  | "org"
  | "usr"
  | "mem"
  | "ses"
  | "agt"
  | "key"
  | "iss"
  | "bnd"
  | "pol"
  | "apr"
  | "vot"
  | "cmt"
  | "grt"
  | "dec"
  | "evt"
  | "req";

const UUID_BYTES = 16;
const SEQUENCE_LIMIT = 2 ** 31;
let last = { msecs: 0, seq: 0 };

/**
 * A new id: the prefix says what it names; UUIDv7 (RFC 9562, section 6.2, method 1) makes ids of one kind that this process
 * gives sort in the order in which it gave them.
 */
export function newId(prefix: IdPrefix): string {
  const random = randomBytes(UUID_BYTES);
  const msecs = Date.now();
  if (msecs > last.msecs) last = { msecs, seq: random.readUInt32BE(0) % SEQUENCE_LIMIT };
  else if (last.seq + 1 < SEQUENCE_LIMIT) last.seq += 1;
  else last = { msecs: last.msecs + 1, seq: 0 };
  return `${prefix}_${v7({ random, ...last }, Buffer.allocUnsafe(UUID_BYTES)).toString("hex")}`;
}
