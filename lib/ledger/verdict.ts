/** What can be wrong with a log. */
export type BrokenReason =
  /** An entry's bytes are not those that were hashed. */
  | "bad_hash"
  /** An entry does not name the entry before it, or belongs to another chain. */
  | "broken_link"
  /** An entry is missing between two others. */
  | "gap"
  /** An entry stands where another should, or is earlier in time than the one before it. */
  | "out_of_order"
  /** The content is right, but not in the one form of RFC 8785. */
  | "not_canonical"
  /** A checkpoint is not signed by the key that it must be signed by, or is of another log. */
  | "bad_signature"
  /** The entries are a sound chain, but not the one whose root the file's checkpoint signs. */
  | "wrong_root"
  /** The entries, or the file's checkpoint, contradict a checkpoint that was held outside. */
  | "inconsistent_checkpoint"
  /** The end is missing. */
  | "truncated";

/** Why the chain does not hold. */
export interface Finding {
  readonly reason: BrokenReason;
  /**
   * The lowest seq that is not as it should be. For `gap` and `truncated` the first that is missing; for findings
   * about a checkpoint the last entry that the checkpoint covers.
   */
  readonly seq: number;
  /** A sentence for a person. */
  readonly sentence: string;
}

/** How far a signature can be believed. */
export type SignatureTrust =
  /** By a key that was handed in. */
  | "trusted_key"
  /** Only by a key that the file itself names: whoever wrote the file could have made it. */
  | "file_key"
  /** There was nothing signed, or no key to check it with. */
  | "unchecked";

/** What became of a checkpoint that was handed in. */
export interface ComparedCheckpoint {
  readonly origin: string;
  readonly size: number;
  /** `not_covered`: the file does not hold the entries 1 to `size`, so nothing can be said. */
  readonly result: "matches" | "not_covered";
  readonly trust: SignatureTrust;
}

/** What was read, whatever the verdict. */
export interface Reading {
  readonly org: string | null;
  /** Entries that were read and found in their place. */
  readonly entries: number;
  readonly fromSeq: number | null;
  readonly toSeq: number | null;
  /** Hash of the last of them, in hex. */
  readonly tip: string | null;
  /** The checkpoint in the file; null for CSV, which has none. */
  readonly checkpoint: {
    readonly origin: string;
    readonly size: number;
    readonly signedBy: readonly string[];
  } | null;
  readonly trust: SignatureTrust;
  readonly compared: readonly ComparedCheckpoint[];
}

export type Verdict =
  | { readonly kind: "holds"; readonly reading: Reading }
  | ({ readonly kind: "broken"; readonly reading: Reading } & Finding)
  | { readonly kind: "unreadable"; readonly sentence: string; readonly reading: Reading };

/** What one step of checking found. */
export type StepFault =
  | { readonly kind: "broken"; readonly finding: Finding }
  | { readonly kind: "unreadable"; readonly sentence: string };

export function broken(reason: BrokenReason, seq: number, sentence: string): StepFault {
  return { kind: "broken", finding: { reason, seq, sentence } };
}

export function unreadable(sentence: string): StepFault {
  return { kind: "unreadable", sentence };
}
