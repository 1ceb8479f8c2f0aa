import type { Messages } from "@/lib/i18n/catalog";
import {
  equalBytes,
  fromBase64,
  fromHex,
  hashEntry,
  parseCheckpoint,
  parseEntry,
  parseNote,
  parseVerifierKey,
  portableHasher,
  verifyEd25519Portable,
  verifyInclusion,
  verifyNote,
} from "@/lib/ledger";

export interface EntryClaim {
  seq: number;
  canonical: string;
  /** Hex. */
  hash: string;
  /** Signed note; null where no checkpoint covers the entry yet. */
  checkpoint: string | null;
  /** Base64, from the leaf up. */
  proof: readonly string[];
  /** The key with which this log's checkpoints are signed. */
  verifierKey: string;
}

/** What does not hold, by the name of its words. */
type EntryFault = keyof Messages["audit"]["proof"]["faults"];

export type EntryCheck =
  | { kind: "proven"; size: number }
  | { kind: "not_covered" }
  | { kind: "broken"; fault: EntryFault };

/** Checks in the browser what the server says of an entry: its hash, its place in the tree, and the tree's signature. */
export async function checkEntry(claim: EntryClaim): Promise<EntryCheck> {
  const leaf = hashEntry(portableHasher, claim.canonical);
  const stated = fromHex(claim.hash);
  if (stated === null || !equalBytes(leaf, stated)) return broken("hash");
  const parsed = parseEntry(claim.canonical);
  if (parsed.kind !== "entry" || parsed.entry.seq !== claim.seq) return broken("place");
  if (claim.checkpoint === null) return { kind: "not_covered" };
  return await checkPlace(claim, claim.checkpoint, leaf);
}

async function checkPlace(claim: EntryClaim, text: string, leaf: Uint8Array): Promise<EntryCheck> {
  const checkpoint = parseCheckpoint(text);
  const note = parseNote(text);
  const key = parseVerifierKey(portableHasher, claim.verifierKey);
  if (checkpoint === null || note === null) return broken("checkpoint");
  if (key === null) return broken("key");
  const signature = await verifyNote(note, [key], verifyEd25519Portable);
  if (signature.kind !== "signed") return broken("signature");
  const proof = claim.proof.map(fromBase64).filter((hash) => hash !== null);
  const { size, root } = checkpoint;
  if (!verifyInclusion(portableHasher, { leaf, index: claim.seq - 1, size, root }, proof))
    return broken("inclusion");
  return { kind: "proven", size };
}

const broken = (fault: EntryFault): EntryCheck => ({ kind: "broken", fault });
