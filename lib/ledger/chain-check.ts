import { equalBytes, toBase64, toHex } from "./bytes";
import { canonicalJson } from "./canonical";
import { type Entry, hashEntry, NO_ENTRY_HASH, parseEntry } from "./entry";
import { pushLeaf, rootFromFrontier } from "./frontier";
import type { Hasher } from "./hasher";
import { broken, type StepFault, unreadable } from "./verdict";

/** A root that the entries 1 to `size` must have, and what it means when they do not. */
export interface ExpectedRoot {
  readonly size: number;
  readonly root: Uint8Array;
  readonly reason: "wrong_root" | "inconsistent_checkpoint";
  /** Whose root it is, as the subject of a sentence: "The file's checkpoint". */
  readonly whose: string;
}

/** A further check of an entry, by the format that it came in. */
export type Inspect = (entry: Entry) => StepFault | null;

export interface ChainStart {
  readonly org: string;
  /** The seq of the first entry. */
  readonly fromSeq: number;
  /** Hash of the entry before it in hex; null where it is not known, and the first entry's `prev` is taken. */
  readonly anchor: string | null;
  readonly roots: readonly ExpectedRoot[];
  /** Also re-canonicalise every entry: some five times slower. */
  readonly strict: boolean;
}

/**
 * Checks entries one after the other: hash, place, link, time, and the roots that outside checkpoints demand. Keeps
 * the tree's frontier and the last entry's hash, nothing that grows with the log.
 */
export class ChainCheck {
  readonly #hasher: Hasher;
  readonly #start: ChainStart;
  readonly #frontier: Uint8Array[] = [];
  #count = 0;
  #tip: string;
  #leaf: Uint8Array | null = null;
  #time = "";
  /** The seq found where another was missing. Later entries tell a lost entry from a displaced one. */
  #jumpedTo: number | null = null;
  /** The first entry whose bytes are not canonical though its content is what was hashed. */
  #respelledAt: number | null = null;

  constructor(hasher: Hasher, start: ChainStart) {
    this.#hasher = hasher;
    this.#start = start;
    this.#tip = start.anchor ?? NO_ENTRY_HASH;
  }

  /** The seq that the next entry must have. */
  get expected(): number {
    return this.#start.fromSeq + this.#count;
  }

  get count(): number {
    return this.#count;
  }

  /** The last entry's hash in hex (before the first: the anchor's). */
  get tip(): string {
    return this.#tip;
  }

  /** The last entry's hash; null before the first. */
  get leaf(): Uint8Array | null {
    return this.#leaf;
  }

  /**
   * Takes the next entry.
   *
   * @param text the stored text, as it stands.
   * @param stated its hash in hex as the file says.
   * @param inspect what else must be true of an entry that is in its place.
   * @returns what is wrong, or null. After a fault no more entries are to be given.
   */
  accept(text: string, stated: string, inspect?: Inspect): StepFault | null {
    if (this.#jumpedTo !== null) return this.#lookForMissing(text);
    const hash = hashEntry(this.#hasher, text);
    const hex = toHex(hash);
    return hex === stated
      ? this.#place(text, hash, stated, inspect)
      : this.#acceptRespelled(text, hex, stated, inspect);
  }

  /** A sound log but for entries that someone spelled otherwise; null where all bytes were canonical, or not tested. */
  respelled(): StepFault | null {
    const seq = this.#respelledAt;
    if (seq === null) return null;
    return broken(
      "not_canonical",
      seq,
      `Entry ${seq} says what was hashed, but not in the canonical bytes of RFC 8785.`,
    );
  }

  /** What only the end can tell: that a missing entry did not come later either. */
  close(): StepFault | null {
    if (this.#jumpedTo === null) return null;
    const missing = this.expected;
    const before = missing === 1 ? "the log begins with" : `entry ${missing - 1} is followed by`;
    return broken("gap", missing, `Entry ${missing} is missing: ${before} entry ${this.#jumpedTo}.`);
  }

  #lookForMissing(text: string): StepFault | null {
    const parsed = parseEntry(text);
    if (parsed.kind !== "entry" || parsed.entry.seq !== this.expected) return null;
    return broken(
      "out_of_order",
      this.expected,
      `Entry ${this.expected} stands after entry ${this.#jumpedTo}: entries were reordered.`,
    );
  }

  /**
   * Other bytes than those that were hashed. Where the canonical form of their content is what was hashed, a program
   * only wrote them anew: that is kept for the end, so that a real change elsewhere is named first.
   */
  #acceptRespelled(text: string, hex: string, stated: string, inspect?: Inspect): StepFault | null {
    const parsed = parseEntry(text);
    const canonical = parsed.kind === "entry" ? canonicalJson(parsed.entry) : null;
    if (canonical?.kind === "canonical") {
      const hash = hashEntry(this.#hasher, canonical.text);
      if (toHex(hash) === stated) {
        this.#respelledAt ??= this.expected;
        return this.#place(canonical.text, hash, stated, inspect);
      }
    }
    const seq = this.expected;
    return broken(
      "bad_hash",
      seq,
      `Entry ${seq} was changed: its hash is ${short(hex)}, recorded as ${short(stated)}.`,
    );
  }

  #place(text: string, hash: Uint8Array, hex: string, inspect?: Inspect): StepFault | null {
    const parsed = parseEntry(text);
    if (parsed.kind === "malformed")
      return unreadable(`Entry ${this.expected} cannot be read. ${parsed.sentence}`);
    const { entry } = parsed;
    if (entry.seq > this.expected) {
      this.#jumpedTo = entry.seq;
      return null;
    }
    const fault = this.#misplaced(entry) ?? inspect?.(entry) ?? null;
    if (fault !== null) return fault;
    if (this.#start.strict && this.#respelledAt === null) {
      const canonical = canonicalJson(entry);
      if (canonical.kind === "refused" || canonical.text !== text) this.#respelledAt = entry.seq;
    }
    this.#count++;
    this.#tip = hex;
    this.#leaf = hash;
    this.#time = entry.time;
    return this.#start.fromSeq === 1 ? this.#grow(hash) : null;
  }

  #misplaced(entry: Entry): StepFault | null {
    const { seq } = entry;
    const { org, anchor, fromSeq } = this.#start;
    if (seq < this.expected) {
      return broken(
        "out_of_order",
        seq,
        `Entry ${seq} stands where entry ${this.expected} should: it was moved or added.`,
      );
    }
    if (entry.org !== org) {
      return broken("broken_link", seq, `Entry ${seq} belongs to ${entry.org}, not to the chain of ${org}.`);
    }
    const linkKnown = this.#count > 0 || anchor !== null || fromSeq === 1;
    if (linkKnown && entry.prev !== this.#tip) return this.#brokenLink(entry);
    if (entry.time < this.#time) {
      return broken(
        "out_of_order",
        seq,
        `Entry ${seq} is earlier (${entry.time}) than the entry before it (${this.#time}).`,
      );
    }
    return null;
  }

  #brokenLink({ seq, prev }: Entry): StepFault {
    const before = seq === 1 ? "no entry" : `entry ${seq - 1}`;
    return broken(
      "broken_link",
      seq,
      `Entry ${seq} does not follow ${before}: it names ${short(prev)} as the hash before it, which is ${short(this.#tip)}.`,
    );
  }

  #grow(leaf: Uint8Array): StepFault | null {
    pushLeaf(this.#hasher, this.#frontier, this.#count - 1, leaf);
    const due = this.#start.roots.filter((one) => one.size === this.#count);
    if (due.length === 0) return null;
    const root = rootFromFrontier(this.#hasher, this.#frontier);
    const wrong = due.find((one) => !equalBytes(one.root, root));
    if (wrong === undefined) return null;
    return broken(
      wrong.reason,
      wrong.size,
      `${wrong.whose} signs another history of the entries 1 to ${wrong.size}: its root is ` +
        `${toBase64(wrong.root)}, theirs ${toBase64(root)}. Some of them were rewritten.`,
    );
  }
}

function short(hash: string): string {
  return `${hash.slice(0, 12)}…`;
}
