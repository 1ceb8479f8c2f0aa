import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file, or of standard input for "-", unpacked where they are gzip. Read as they are consumed, so a
 * file of any size takes the same memory.
 */
export async function* readInput(file: string): AsyncGenerator<Uint8Array> {
  const source = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES });
  const chunks: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  const first = await firstBytes(chunks);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield first;
    yield* rest(chunks);
    return;
  }
  const packed = Readable.from(prepend(first, chunks), { objectMode: false });
  // `pipeline` carries an error of either side to the reader; it is thrown there, so nothing is left to handle here.
  yield* pipeline(packed, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}

/** At least two bytes, if there are so many: a pipe may deliver one at a time, and gzip is known by two. */
async function firstBytes(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  while (bytes.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    bytes = Buffer.concat([bytes, next.value]);
  }
  return bytes;
}

async function* prepend(first: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest(chunks);
}

async function* rest(chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}
