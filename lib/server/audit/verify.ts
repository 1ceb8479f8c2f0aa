import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { VerifyResponse } from "@/lib/contracts/audit";
import { LogVerifier, parseCheckpoint, type Verdict } from "@/lib/ledger";
import { actorOf, type Caller } from "../caller";
import { nodeHasher } from "../db/ledger/node-hasher";
import { recordMutation } from "../db/record-mutation";
import { invalid, notFound } from "../errors";
import { newId } from "../ids";
import { log } from "../log";
import { sampleCopies } from "./checkpoint-files";
import { findLatestCheckpoint, sampleCheckpointNotes } from "./checkpoint-store";
import { columnsAgree } from "./columns";
import { verifierKeyOf, verifyEd25519 } from "./signing";
import { findLogEnd, findRecord, type LogEnd, type RecordRow, readRecords } from "./store";

/** Entries read, hashed and forgotten at a time: the turn of the event loop that they cost stays within milliseconds. */
const CHUNK = 500;
const SAMPLE = 100;

export interface VerifyRequest {
  from_seq?: number | undefined;
  to_seq?: number | undefined;
  checkpoints: readonly string[];
}

/**
 * Verifies the stored entries from their bytes up: hashes, links, places, the columns beside them, and that they are
 * the history which earlier checkpoints signed: those in the database, their copies outside of it, and those handed in.
 */
export async function verifyLog(caller: Caller, request: VerifyRequest): Promise<VerifyResponse> {
  const { organizationId } = caller;
  const latest = await findLatestCheckpoint(organizationId);
  const signed = await gatherCheckpoints(organizationId, request.checkpoints);
  // Read after the checkpoints, so that a log that grows meanwhile is not taken for one that was cut.
  const end = await findLogEnd(organizationId);
  if (!end) throw notFound("audit log");
  const range = rangeOf(request, end);
  const verifier = new LogVerifier({
    hasher: nodeHasher,
    verifySignature: verifyEd25519,
    ...checkable(signed, organizationId, range, end),
  });
  await begin(verifier, organizationId, range);
  await feed(verifier, organizationId, range);
  if (range.to === end.seq) checkHead(verifier, end);
  const verdict = await verifier.finish(null);
  return answer(verdict, latest?.note ?? null, range, end, signed.length);
}

/** The same, told to the log: that it was found to hold is an entry. One that does not hold is an alarm, and stays as it is. */
export async function verifyAndRecord(caller: Caller, request: VerifyRequest): Promise<VerifyResponse> {
  const told = await verifyLog(caller, request);
  if (told.verdict !== "holds") {
    const { organizationId } = caller;
    log().error({ alarm: "broken_log", organizationId, ...told }, "the audit log does not hold");
    return told;
  }
  await recordMutation(
    caller,
    () => ({
      id: newId("evt"),
      type: "audit.verified",
      actor: actorOf(caller),
      data: {
        result: told.verdict,
        from_seq: request.from_seq ?? 1,
        entries: told.entries,
        request_id: caller.requestId,
      },
    }),
    async () => undefined,
  );
  return told;
}

export interface TailCheck {
  /** The last entry there is. */
  lastSeq: number;
  /** The last entries, as many as were asked for or as there are. */
  entries: number;
  /** The first that does not hold; null where all hold and the log's head names the last. */
  brokenAt: number | null;
}

/** Verifies the log's last entries: hashes, links, places, columns and the head. Quick enough for a page that shows it. */
export async function checkTail(organizationId: string, count: number): Promise<TailCheck> {
  const end = await findLogEnd(organizationId);
  if (!end || end.seq === 0) return { lastSeq: 0, entries: 0, brokenAt: null };
  const range = { from: Math.max(1, end.seq - count + 1), to: end.seq };
  const verifier = new LogVerifier({ hasher: nodeHasher, verifySignature: verifyEd25519 });
  await begin(verifier, organizationId, range);
  await feed(verifier, organizationId, range);
  checkHead(verifier, end);
  const verdict = await verifier.finish(null);
  const { entries, tip } = verdict.reading;
  if (verdict.kind === "broken") return { lastSeq: end.seq, entries, brokenAt: verdict.seq };
  return { lastSeq: end.seq, entries, brokenAt: tip === end.hash.toString("hex") ? null : end.seq };
}

interface Range {
  from: number;
  to: number;
}

function rangeOf({ from_seq, to_seq }: VerifyRequest, end: LogEnd): Range {
  const from = from_seq ?? 1;
  const to = to_seq ?? end.seq;
  if (to > end.seq)
    throw invalid(`The log ends at entry ${end.seq}.`, [at("/to_seq", "is beyond its end", "beyond_log")]);
  if (from > to + 1 || (from_seq !== undefined && from > to))
    throw invalid("from_seq is after to_seq.", [at("/from_seq", "is after to_seq", "after_last")]);
  return { from, to };
}

const at = (pointer: string, message: string, code: "beyond_log" | "after_last") => ({
  pointer,
  message,
  code,
});

async function gatherCheckpoints(organizationId: string, handedIn: readonly string[]): Promise<string[]> {
  const stored = await sampleCheckpointNotes(organizationId, SAMPLE);
  const copies = await sampleCopies(organizationId, SAMPLE);
  return [...new Set([...stored, ...copies, ...handedIn])];
}

/** The checkpoints on which the range can say something: those within it, and those that sign more than there is. */
function checkable(signed: readonly string[], organizationId: string, range: Range, end: LogEnd) {
  const notes = signed.filter((note) => {
    const size = parseCheckpoint(note)?.size;
    return size === undefined || size > end.seq || (range.from === 1 && size <= range.to);
  });
  // Whatever address the log had when it was signed, the key must be this deployment's.
  const origins = new Set(notes.map((note) => parseCheckpoint(note)?.origin ?? ""));
  const ours = [...origins].filter((origin) => origin.endsWith(`/audit/${organizationId}`));
  return { earlierCheckpoints: notes, trustedKeys: ours.map(verifierKeyOf) };
}

async function begin(verifier: LogVerifier, org: string, { from, to }: Range): Promise<void> {
  const before = from > 1 ? await findRecord(org, from - 1) : null;
  const anchor = before?.hash.toString("hex") ?? null;
  verifier.begin({ org, fromSeq: from, toSeq: to, anchor, checkpoint: null, keys: [], hasEnd: false });
}

async function feed(verifier: LogVerifier, organizationId: string, range: Range): Promise<void> {
  let next = range.from;
  while (next <= range.to && !verifier.settled) {
    const rows = await readRecords(organizationId, next, range.to, CHUNK);
    for (const row of rows) {
      acceptRow(verifier, row);
      if (verifier.settled) return;
    }
    const last = rows.at(-1);
    if (!last) return;
    next = last.seq + 1;
    await nextTurn();
  }
}

function acceptRow(verifier: LogVerifier, row: RecordRow): void {
  const place = verifier.nextSeq;
  verifier.accept(row.canonical, row.hash.toString("hex"));
  if (verifier.settled || verifier.nextSeq === place || columnsAgree(row)) return;
  const sentence = `Entry ${place} was changed: a column to browse by does not say what its hashed bytes say.`;
  verifier.fail({ kind: "broken", finding: { reason: "bad_hash", seq: place, sentence } });
}

/** The head is what the next entry will be chained to: it must be the last entry, and nothing may stand after it. */
function checkHead(verifier: LogVerifier, end: LogEnd): void {
  if (end.last_seq > end.seq) {
    const sentence = `Entry ${end.seq + 1} stands after the end of the log: it was added.`;
    verifier.fail({ kind: "broken", finding: { reason: "out_of_order", seq: end.seq + 1, sentence } });
  }
}

function answer(
  verdict: Verdict,
  checkpoint: string | null,
  range: Range,
  end: LogEnd,
  compared: number,
): VerifyResponse {
  const { reading } = verdict;
  const base = { entries: reading.entries, tip: reading.tip, checkpoint };
  const fault = (reason: string | null, seq: number | null, message: string): VerifyResponse => ({
    ...base,
    verdict: reason === null ? "unreadable" : "broken",
    first_broken_seq: seq,
    reason,
    message,
  });
  if (verdict.kind === "unreadable") return fault(null, null, verdict.sentence);
  if (verdict.kind === "broken") return fault(verdict.reason, verdict.seq, sentenceOf(verdict));
  if (range.to === end.seq && end.seq > 0 && reading.tip !== end.hash.toString("hex"))
    return fault("broken_link", end.seq, `The log's head does not name entry ${end.seq}, the last one.`);
  const part = range.from === 1 ? "" : ` from ${range.from} on`;
  const witnesses = compared === 0 ? "No checkpoint was signed yet." : `${compared} checkpoints agree.`;
  return {
    ...base,
    verdict: "holds",
    first_broken_seq: null,
    reason: null,
    message: `${reading.entries} entries${part} hold: none was changed, removed, added or moved. ${witnesses}`,
  };
}

function sentenceOf({ reason, seq, sentence }: Extract<Verdict, { kind: "broken" }>): string {
  switch (reason) {
    case "inconsistent_checkpoint":
      return `The checkpoint of ${seq} entries signs another history of them: some were rewritten after it was signed.`;
    case "bad_signature":
      return `The checkpoint of ${seq} entries is not signed by this log's key: it is forged, or of another log.`;
    case "truncated":
      return `Entry ${seq} and what followed it are missing: the end of the log was cut off.`;
    default:
      return sentence;
  }
}
