import { equalBytes } from "./bytes";
import { isOriginOf, type NotedCheckpoint, parseCheckpoint } from "./checkpoint";
import type { Hasher } from "./hasher";
import { parseVerifierKey, type VerifierKey, type VerifySignature, verifyNote } from "./note";
import { broken, type SignatureTrust, type StepFault, unreadable } from "./verdict";

/** Keys and checkpoints that the person who verifies holds, read from their text. */
export interface Held {
  readonly keys: readonly VerifierKey[];
  readonly checkpoints: readonly NotedCheckpoint[];
}

/** Reads what was handed in; a sentence where a piece of it cannot be read. */
export function readHeld(
  hasher: Hasher,
  keyTexts: readonly string[],
  notes: readonly string[],
): { readonly kind: "held"; readonly held: Held } | StepFault {
  const keys = parseKeys(hasher, keyTexts);
  if (typeof keys === "string") return unreadable(`The trusted key ${keys} is not a verifier key.`);
  const checkpoints: NotedCheckpoint[] = [];
  for (const note of notes) {
    const checkpoint = parseCheckpoint(note);
    if (checkpoint === null) return unreadable("A checkpoint that was handed in is not a signed checkpoint.");
    checkpoints.push(checkpoint);
  }
  return { kind: "held", held: { keys, checkpoints } };
}

/** The keys, or the first text that is not one. */
export function parseKeys(hasher: Hasher, texts: readonly string[]): VerifierKey[] | string {
  const keys: VerifierKey[] = [];
  for (const text of texts) {
    const key = parseVerifierKey(hasher, text.trim());
    if (key === null) return text;
    keys.push(key);
  }
  return keys;
}

export type SignatureCheck =
  | { readonly kind: "accepted"; readonly trust: SignatureTrust; readonly signedBy: readonly string[] }
  | StepFault;

/**
 * Verifies a checkpoint's signatures with the trusted keys; where none were handed in, with those that the file
 * names, which shows no more than that the file agrees with itself.
 *
 * @param own whether the checkpoint is the file's. One that was handed in is believed as it stands when no key is
 *   known for it: its holder vouches for it.
 */
export async function checkSignature(
  checkpoint: NotedCheckpoint,
  own: boolean,
  trusted: readonly VerifierKey[],
  fileKeys: readonly VerifierKey[],
  verify: VerifySignature,
): Promise<SignatureCheck> {
  const hasTrusted = trusted.length > 0;
  const verdict = await verifyNote(checkpoint.note, hasTrusted ? trusted : fileKeys, verify);
  const whose = own
    ? "The file's checkpoint"
    : `The checkpoint of size ${checkpoint.size} that was handed in`;
  if (verdict.kind === "signed") {
    const trust = hasTrusted ? "trusted_key" : "file_key";
    return { kind: "accepted", trust, signedBy: verdict.by.map((key) => key.name) };
  }
  if (verdict.kind === "forged") {
    return broken(
      "bad_signature",
      checkpoint.size,
      `${whose} bears a signature that ${verdict.key.name} did not make.`,
    );
  }
  if (!hasTrusted && !own) return { kind: "accepted", trust: "unchecked", signedBy: [] };
  const keys = hasTrusted ? "a trusted key" : "any key that the file names";
  return broken("bad_signature", checkpoint.size, `${whose} is not signed by ${keys}.`);
}

/** Whether the checkpoints speak of this organization's log. */
export function checkOrigins(org: string, own: NotedCheckpoint | null, held: Held): StepFault | null {
  if (own !== null && !isOriginOf(own.origin, org)) {
    return broken(
      "bad_signature",
      own.size,
      `The file's checkpoint is of ${own.origin}, which is not the log of ${org}.`,
    );
  }
  const foreign = held.checkpoints.find((one) => !isOriginOf(one.origin, org));
  if (foreign === undefined) return null;
  return unreadable(
    `A checkpoint that was handed in is of ${foreign.origin}, which is not the log of ${org}.`,
  );
}

/**
 * Compares what the log shows of its size with the checkpoints that were handed in.
 *
 * @param own the file's checkpoint; null where it has none, and then the entries themselves are the log.
 * @param last the last seq that was read.
 */
export function compareHeld(held: Held, own: NotedCheckpoint | null, last: number): StepFault | null {
  const size = own?.size ?? last;
  const beyond = held.checkpoints.find((one) => one.size > size);
  if (beyond !== undefined) {
    const shown = own === null ? `the file ends at ${last}` : `the file's checkpoint signs only ${size}`;
    return broken(
      "truncated",
      size + 1,
      `A checkpoint that was handed in signs ${beyond.size} entries; ${shown}. The end of the log was cut off, or ` +
        "the checkpoint is newer than the export.",
    );
  }
  const other = held.checkpoints.find(
    (one) => own !== null && one.size === own.size && !equalBytes(one.root, own.root),
  );
  if (other === undefined) return null;
  return broken(
    "inconsistent_checkpoint",
    other.size,
    `Two checkpoints of size ${other.size} have different roots: the log showed two histories.`,
  );
}
