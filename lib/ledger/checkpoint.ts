import { fromBase64, toBase64 } from "./bytes";
import { HASH_BYTES, type Hasher } from "./hasher";
import { type NoteSigner, parseNote, type SignedNote, signNote } from "./note";

/** What a log says of itself at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** `<host>/audit/<org>`. */
  readonly origin: string;
  /** Entries in the tree. */
  readonly size: number;
  /** RFC 6962 root over the hashes of the first `size` entries. */
  readonly root: Uint8Array;
}

/** A checkpoint and the note that it came in, whose signatures are yet to be verified. */
export interface NotedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
}

/** Origin line of an organization's log. */
export function originOf(host: string, org: string): string {
  return `${host}/audit/${org}`;
}

/** Whether a checkpoint speaks of this organization's log, on whichever host. */
export function isOriginOf(origin: string, org: string): boolean {
  return origin.endsWith(`/audit/${org}`);
}

/** The organization that an origin or a log key's name speaks of; null where it is not one of ours. */
export function orgOfOrigin(origin: string): string | null {
  return /\/audit\/([^/]+)$/u.exec(origin)?.[1] ?? null;
}

/** The text that is signed: origin, size in decimal, root in base64, each on its line. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
}

/** A checkpoint as a signed note. */
export function signCheckpoint(hasher: Hasher, checkpoint: Checkpoint, signer: NoteSigner): Promise<string> {
  return signNote(hasher, formatCheckpoint(checkpoint), signer);
}

/** Reads a signed checkpoint; null where it is none. Extension lines are allowed, and signed with the rest. */
export function parseCheckpoint(text: string): NotedCheckpoint | null {
  const note = parseNote(text);
  const [origin, size, root] = note?.text.split("\n") ?? [];
  if (note === null || !origin || size === undefined || root === undefined) return null;
  const hash = fromBase64(root);
  if (!/^(?:0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) return null;
  if (hash === null || hash.length !== HASH_BYTES) return null;
  return { origin, size: Number(size), root: hash, note };
}
