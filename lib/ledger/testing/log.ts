import { getPublicKey, hashes, sign } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import {
  type AppendedEntry,
  appendEntries,
  type ChainHead,
  type EntryDraft,
  emptyHead,
  prepareDraft,
} from "../chain";
import { originOf, signCheckpoint } from "../checkpoint";
import { NO_ENTRY_HASH, parseEntry } from "../entry";
import { CSV_HEADER, csvRow } from "../export-csv";
import { emptyTip, jsonlEnd, jsonlEntry, jsonlHeader } from "../export-jsonl";
import { rootFromLeaves } from "../frontier";
import { formatVerifierKey, type NoteSigner } from "../note";
import { portableHasher as hasher } from "../portable-crypto";
import { inclusionPlan, proofFromPlan } from "../proof";
import { nodeOfLeaves } from "./tree";

hashes.sha512 = sha512;

export const ORG = "org_mercy";
export const ORIGIN = originOf("kynara.example", ORG);

/** A signer from one repeated byte: the same key in every run. */
export function signerOf(byte: number, name: string = ORIGIN): NoteSigner {
  const seed = new Uint8Array(32).fill(byte);
  return { name, publicKey: getPublicKey(seed), sign: (message) => sign(message, seed) };
}

export const SIGNER = signerOf(7);
export const KEY = keyText(SIGNER);

export function keyText(signer: NoteSigner): string {
  const text = formatVerifierKey(hasher, signer.name, signer.publicKey);
  if (text === null) throw new Error("The signer's name is no key name.");
  return text;
}

/** Drafts that look like a ward's day; the first founds the organization and names it. */
export function draftOf(index: number): EntryDraft {
  const time = new Date(Date.UTC(2026, 10, 23, 8) + index * 1500).toISOString();
  if (index === 0) {
    const actor = { type: "system", id: "kynara" } as const;
    return {
      time,
      type: "system.organization_created",
      actor,
      data: { organization: ORG, name: "Mercy Général — 病院" },
    };
  }
  const data = {
    decision: `dec-${index}`,
    action: index % 3 === 0 ? "=ehr.read" : "ehr.read",
    resource: { type: "patient_record", id: { sealed: index.toString(16).padStart(64, "a") } },
    attrs: { record_type: 'lab "result", new\nline' },
    effect: index % 2 === 0 ? "allow" : "require_approval",
    policy: "pol-1",
    policy_version: index,
    reasons: [],
  };
  return { time, type: "decision.evaluated", actor: { type: "agent", id: `agent-${index % 5}` }, data };
}

export interface TestLog {
  readonly head: ChainHead;
  readonly entries: readonly AppendedEntry[];
}

/** Appends drafts to a log, as a writer would. */
export function extend(log: TestLog, drafts: readonly EntryDraft[]): TestLog {
  const prepared = drafts.map((draft) => {
    const made = prepareDraft(draft);
    if (made.kind === "refused") throw new Error(made.sentence);
    return made.prepared;
  });
  const appended = appendEntries(hasher, log.head, prepared);
  return { head: appended.head, entries: [...log.entries, ...appended.entries] };
}

/** A log of `count` entries. */
export function logOf(count: number, draft: (index: number) => EntryDraft = draftOf): TestLog {
  const drafts = Array.from({ length: count }, (_, index) => draft(index));
  return extend({ head: emptyHead(ORG), entries: [] }, drafts);
}

/** A signed checkpoint over a log's first `size` entries. */
export function checkpointOf(log: TestLog, size: number, signer: NoteSigner = SIGNER): Promise<string> {
  const root = rootFromLeaves(
    hasher,
    log.entries.slice(0, size).map((one) => one.hash),
  );
  return signCheckpoint(hasher, { origin: ORIGIN, size, root }, signer);
}

export interface ExportRange {
  readonly from?: number;
  readonly to?: number;
  /** Size of the checkpoint; the whole log's by default. */
  readonly size?: number;
  readonly signer?: NoteSigner;
}

/** The lines of a JSON Lines export. */
export async function jsonlOf(log: TestLog, range: ExportRange = {}): Promise<string[]> {
  const { from = 1, to = log.entries.length, size = log.entries.length, signer = SIGNER } = range;
  const anchor = from === 1 ? null : { seq: from - 1, hash: hashAt(log, from - 1) };
  const leaves = log.entries.slice(0, size).map((one) => one.hash);
  const plan = to < from ? [] : inclusionPlan(to - 1, size);
  const proof = plan && proofFromPlan(hasher, plan, nodeOfLeaves(hasher, leaves));
  if (proof === null) throw new Error("The range is not in the log.");
  const header = { org: ORG, fromSeq: from, toSeq: to, keys: [keyText(signer)], anchor };
  const chosen = log.entries.slice(from - 1, to);
  return [
    jsonlHeader({ ...header, checkpoint: await checkpointOf(log, size, signer) }),
    ...chosen.map((one) => jsonlEntry(one.text, one.hashHex)),
    jsonlEnd({ count: chosen.length, tip: chosen.at(-1)?.hashHex ?? emptyTip(header), proof }),
  ];
}

/** The rows of a CSV export. */
export function csvOf(log: TestLog, from = 1, to = log.entries.length): string[] {
  return [CSV_HEADER, ...log.entries.slice(from - 1, to).map((one) => rowOf(one.text, one.hashHex))];
}

export function rowOf(text: string, hashHex: string): string {
  const parsed = parseEntry(text);
  const row = parsed.kind === "entry" ? csvRow(parsed.entry, hashHex) : null;
  if (row === null) throw new Error("The entry has no row.");
  return row;
}

function hashAt(log: TestLog, seq: number): string {
  return log.entries[seq - 1]?.hashHex ?? NO_ENTRY_HASH;
}
