import { fromBase64, toBase64 } from "./bytes";
import { isHashHex, isObject, NO_ENTRY_HASH } from "./entry";

/** Line 1 of a JSON Lines export: what the file claims to hold. */
export interface ExportHeader {
  readonly org: string;
  /** First seq in the file. */
  readonly fromSeq: number;
  /** Last seq in the file; `fromSeq` − 1 where it holds none. */
  readonly toSeq: number;
  /** The signed note of a checkpoint that covers `toSeq`. */
  readonly checkpoint: string;
  /** Verifier keys of the checkpoint's signatures. */
  readonly keys: readonly string[];
  /** The entry before `fromSeq`; null where that is 1. */
  readonly anchor: { readonly seq: number; readonly hash: string } | null;
}

/** The last line. */
export interface ExportEnd {
  readonly count: number;
  /** Hash of the last entry in hex; where there is none, the anchor's (64 zeros without an anchor). */
  readonly tip: string;
  /** Inclusion proof of the last entry in the checkpoint's tree. */
  readonly proof: readonly Uint8Array[];
}

/** Line 1, without its line feed. */
export function jsonlHeader(header: ExportHeader): string {
  const { org, fromSeq, toSeq, checkpoint, keys, anchor } = header;
  return JSON.stringify({
    kind: "kynara-audit-export",
    v: 1,
    org,
    from_seq: fromSeq,
    to_seq: toSeq,
    checkpoint,
    keys,
    anchor: anchor === null ? null : { seq: anchor.seq, hash: anchor.hash },
  });
}

/** One entry's line, without its line feed. `text` is the canonical text as stored, put in unchanged. */
export function jsonlEntry(text: string, hashHex: string): string {
  return `{"entry":${text},"hash":"${hashHex}"}`;
}

/** The last line, without its line feed. */
export function jsonlEnd(end: ExportEnd): string {
  return JSON.stringify({ kind: "end", count: end.count, tip: end.tip, proof: end.proof.map(toBase64) });
}

/** The tip of an export that holds no entry. */
export function emptyTip(header: Pick<ExportHeader, "anchor">): string {
  return header.anchor?.hash ?? NO_ENTRY_HASH;
}

export type JsonlLine =
  | { readonly kind: "header"; readonly header: ExportHeader }
  | { readonly kind: "entry"; readonly text: string; readonly hash: string }
  | { readonly kind: "end"; readonly end: ExportEnd }
  | { readonly kind: "unknown"; readonly sentence: string };

const OPENING = '{"entry":';
const HASH_MEMBER = ',"hash":"';
const CLOSING_LENGTH = HASH_MEMBER.length + 64 + '"}'.length;
/** The same line with blanks put in, as other programs write JSON. */
const SPACED = /^\s*\{\s*"entry"\s*:\s*(\{.*\})\s*,\s*"hash"\s*:\s*"([0-9a-f]{64})"\s*\}\s*$/s;

/** Reads one line. The entry's text is cut out of it, not parsed and written again, so its bytes are untouched. */
export function parseJsonlLine(line: string): JsonlLine {
  if (line.startsWith(`${OPENING}{`)) {
    const at = line.length - CLOSING_LENGTH;
    const hash = line.slice(-66, -2);
    if (line.startsWith(HASH_MEMBER, at) && isHashHex(hash) && line.endsWith('"}')) {
      return { kind: "entry", text: line.slice(OPENING.length, at), hash };
    }
  }
  const spaced = SPACED.exec(line);
  if (spaced?.[1] !== undefined && spaced[2] !== undefined) {
    return { kind: "entry", text: spaced[1], hash: spaced[2] };
  }
  return parseOtherLine(line);
}

function parseOtherLine(line: string): JsonlLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { kind: "unknown", sentence: "It is not JSON." };
  }
  if (!isObject(value)) return { kind: "unknown", sentence: "It is not an object." };
  if (value.kind === "kynara-audit-export") return parseHeader(value);
  if (value.kind === "end") return parseEnd(value);
  if (isObject(value.entry) && isHashHex(value.hash)) {
    return { kind: "entry", text: JSON.stringify(value.entry), hash: value.hash };
  }
  return { kind: "unknown", sentence: "It is neither a header, an entry nor an end." };
}

function parseHeader(value: Readonly<Record<string, unknown>>): JsonlLine {
  const { v, org, from_seq: fromSeq, to_seq: toSeq, checkpoint, keys } = value;
  if (v !== 1)
    return unknown(`Its version is ${JSON.stringify(v) ?? "missing"}; this verifier knows version 1.`);
  if (typeof org !== "string" || org === "") return unknown("Its org is missing.");
  if (!isSeq(fromSeq, 1)) return unknown("Its from_seq is not a positive integer.");
  if (!isSeq(toSeq, fromSeq - 1)) return unknown("Its to_seq is not an integer from from_seq on.");
  if (typeof checkpoint !== "string") return unknown("Its checkpoint is missing.");
  if (!Array.isArray(keys) || !keys.every((key): key is string => typeof key === "string")) {
    return unknown("Its keys are not a list of verifier keys.");
  }
  const anchor = parseAnchor(value.anchor, fromSeq);
  if (anchor === undefined) return unknown("Its anchor is not the entry before from_seq.");
  return { kind: "header", header: { org, fromSeq, toSeq, checkpoint, keys, anchor } };
}

function parseAnchor(anchor: unknown, fromSeq: number): ExportHeader["anchor"] | undefined {
  if (fromSeq === 1) return anchor === null ? null : undefined;
  if (!isObject(anchor) || anchor.seq !== fromSeq - 1 || !isHashHex(anchor.hash)) return undefined;
  return { seq: anchor.seq, hash: anchor.hash };
}

function parseEnd(value: Readonly<Record<string, unknown>>): JsonlLine {
  const { count, tip, proof } = value;
  if (!isSeq(count, 0)) return unknown("Its count is not an integer.");
  if (!isHashHex(tip)) return unknown("Its tip is not a hash.");
  const hashes = Array.isArray(proof)
    ? proof.map((one) => (typeof one === "string" ? fromBase64(one) : null))
    : [null];
  if (!hashes.every((hash): hash is Uint8Array => hash?.length === 32))
    return unknown("Its proof is not a list of hashes.");
  return { kind: "end", end: { count, tip, proof: hashes } };
}

function isSeq(value: unknown, least: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}

function unknown(sentence: string): JsonlLine {
  return { kind: "unknown", sentence };
}
