import "server-only";

/** Element types by their OID in pg_type: these are the same in every PostgreSQL. */
const OID = { bytea: 17, text: 25 } as const;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;

/**
 * A one-dimensional array in PostgreSQL's binary form (array_recv), as a parameter of `pg`, which sends a Buffer as it is. Its own
 * text form escapes every text and writes every byte as two digits, and the server undoes that.
 */
export function binaryArray(type: keyof typeof OID, items: readonly (string | Uint8Array | null)[]): Buffer {
  let size = HEADER_BYTES;
  let hasNull = 0;
  const lengths = items.map((item) => {
    if (item === null) hasNull = 1;
    const length =
      item === null ? NULL_LENGTH : typeof item === "string" ? Buffer.byteLength(item) : item.length;
    size += LENGTH_BYTES + Math.max(0, length);
    return length;
  });
  const buffer = Buffer.allocUnsafe(size);
  // Dimensions, whether there are nulls, the element's type, then the one dimension's length and first index.
  const header = [1, hasNull, OID[type], items.length, 1];
  for (const [i, value] of header.entries()) buffer.writeInt32BE(value, i * LENGTH_BYTES);
  let at = HEADER_BYTES;
  items.forEach((item, i) => {
    const length = lengths[i] ?? NULL_LENGTH;
    at = buffer.writeInt32BE(length, at);
    if (typeof item === "string") buffer.write(item, at);
    else if (item !== null) buffer.set(item, at);
    at += Math.max(0, length);
  });
  return buffer;
}
