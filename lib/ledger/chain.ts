import { toHex } from "./bytes";
import { type CanonicalRefusal, canonicalJson, type JsonObject } from "./canonical";
import { type Actor, type EventType, isActor, isEntryTime, isEventType, NO_ENTRY_HASH } from "./entry";
import { type Frontier, pushLeaf, type TreeNode } from "./frontier";
import { type Hasher, LEAF_PREFIX } from "./hasher";

/** The end of a chain: all that appending needs to know of what came before. */
export interface ChainHead {
  readonly org: string;
  /** The last entry's seq, which is also the number of leaves; 0 for an empty chain. */
  readonly seq: number;
  /** The last entry's hash in hex; `NO_ENTRY_HASH` for an empty chain. */
  readonly hash: string;
  /** The last entry's time; "" for an empty chain. */
  readonly time: string;
  readonly frontier: Frontier;
}

/** What the writer of an entry knows; the chain adds `v`, `org`, `seq` and `prev`. */
export interface EntryDraft {
  /** When it happened, as `Date.prototype.toISOString` writes it. */
  readonly time: string;
  readonly type: EventType;
  readonly actor: Actor;
  readonly data: JsonObject;
}

/** A draft that is checked and canonicalised but for its place in the chain, so that appending cannot fail. */
export interface PreparedDraft {
  readonly draft: EntryDraft;
  /** Canonical text up to the value of `org`. */
  readonly opening: string;
  /** Canonical text from after the value of `time`. */
  readonly closing: string;
}

export interface AppendedEntry {
  readonly seq: number;
  /** The draft's time, or the head's where the clock had gone back. */
  readonly time: string;
  /** The canonical text: what is stored, exported and verified. */
  readonly text: string;
  readonly hash: Uint8Array;
  readonly hashHex: string;
  readonly prev: string;
  readonly draft: EntryDraft;
}

export interface Appended {
  readonly head: ChainHead;
  readonly entries: readonly AppendedEntry[];
  /**
   * The roots that became known of complete subtrees of 256, 65,536 … leaves: one in 256 entries. Stored, they
   * make every proof a matter of O(log n) reads (see `tileOf`).
   */
  readonly nodes: readonly TreeNode[];
}

/** Subtrees of 2^8, 2^16 … leaves are kept: the same step as 256-wide tiles. */
export const KEPT_LEVEL_STEP = 8;

/** The head of a chain that has no entry yet. */
export function emptyHead(org: string): ChainHead {
  return { org, seq: 0, hash: NO_ENTRY_HASH, time: "", frontier: [] };
}

/**
 * Checks a draft and canonicalises it, once. Done where the event arises, the refusal reaches the one who caused
 * it, and a group of others is never held up; the result may be chained again after a lost race.
 */
export function prepareDraft(
  draft: EntryDraft,
): { readonly kind: "prepared"; readonly prepared: PreparedDraft } | CanonicalRefusal {
  if (!isEntryTime(draft.time)) return refusal("/time", "The time is not RFC 3339 in UTC with milliseconds.");
  if (!isEventType(draft.type)) return refusal("/type", "The type is not a dotted name.");
  if (!isActor(draft.actor)) return refusal("/actor", "The actor is not a known kind with an id.");
  const actor = canonicalJson(draft.actor);
  if (actor.kind === "refused") return { ...actor, path: `/actor${actor.path}` };
  const data = canonicalJson(draft.data);
  if (data.kind === "refused") return { ...data, path: `/data${data.path}` };
  if (!data.text.startsWith("{")) return refusal("/data", "The data is not an object.");
  const opening = `{"actor":${actor.text},"data":${data.text},"org":`;
  // A type holds only a-z, 0-9, "_" and ".", so it is its own JSON text.
  return { kind: "prepared", prepared: { draft, opening, closing: `,"type":"${draft.type}","v":1}` } };
}

/**
 * Chains prepared drafts onto a head: the hot path of every decision. Pure, so a writer that finds the head moved
 * calls it again with the new head.
 *
 * @param head the chain's end; `head.frontier` is not changed.
 * @param drafts in the order in which they shall stand; times that run backwards are raised to the time before.
 * @returns the entries, the head after them, and the tree nodes to keep.
 */
export function appendEntries(hasher: Hasher, head: ChainHead, drafts: readonly PreparedDraft[]): Appended {
  const org = JSON.stringify(head.org);
  const frontier = [...head.frontier];
  const entries: AppendedEntry[] = [];
  const nodes: TreeNode[] = [];
  const keep = (node: TreeNode): void => {
    if (node.level % KEPT_LEVEL_STEP === 0) nodes.push(node);
  };
  let { seq, hash: prev, time } = head;
  for (const { draft, opening, closing } of drafts) {
    if (draft.time > time) time = draft.time;
    const text = `${opening}${org},"prev":"${prev}","seq":${seq + 1},"time":"${time}"${closing}`;
    const hash = hasher.sha256Text(LEAF_PREFIX, text);
    pushLeaf(hasher, frontier, seq, hash, keep);
    seq++;
    const hashHex = toHex(hash);
    entries.push({ seq, time, text, hash, hashHex, prev, draft });
    prev = hashHex;
  }
  return { head: { org: head.org, seq, hash: prev, time, frontier }, entries, nodes };
}

function refusal(path: string, sentence: string): CanonicalRefusal {
  return { kind: "refused", path, sentence };
}
