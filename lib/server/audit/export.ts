import "server-only";
import type * as z from "zod";
import type { exportQuery } from "@/lib/contracts/audit";
import {
  CSV_HEADER,
  csvRow,
  type ExportHeader,
  emptyTip,
  jsonlEnd,
  jsonlEntry,
  jsonlHeader,
  parseCheckpoint,
  parseEntry,
} from "@/lib/ledger";
import { actorOf, type Caller } from "../caller";
import { recordMutation } from "../db/record-mutation";
import { invalid, notFound } from "../errors";
import { newId } from "../ids";
import { log } from "../log";
import { makeCheckpoint } from "./checkpoints";
import { proveInclusion } from "./proofs";
import { logOrigin, verifierKeyOf } from "./signing";
import { findLogEnd, findRecord, type RecordRow, readRecords } from "./store";

const CHUNK = 500;

export type ExportQuery = z.output<typeof exportQuery>;
type Format = ExportQuery["format"];

const CONTENT_TYPE: Record<Format, string> = {
  jsonl: "application/x-ndjson; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
};

/**
 * The log, or a stretch of it, as a file that proves itself. That it was taken out is an entry before its first byte
 * leaves; a checkpoint is signed on demand, so the entries up to that one are all covered. Memory does not grow with
 * the log: entries are read as fast as the reader takes them.
 */
export async function exportLog(caller: Caller, query: ExportQuery): Promise<Response> {
  const { organizationId } = caller;
  await refuseBadRange(organizationId, query);
  await recordExport(caller, query);
  const header = await headerOf(organizationId, query);
  const lines = query.format === "jsonl" ? jsonlLines(header) : csvLines(header);
  const name = `kynara-audit-${organizationId}-${header.fromSeq}-${header.toSeq}.${query.format}`;
  return new Response(streamOf(lines, organizationId), {
    headers: {
      "content-type": CONTENT_TYPE[query.format],
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

async function refuseBadRange(organizationId: string, { from_seq, to_seq }: ExportQuery): Promise<void> {
  const end = await findLogEnd(organizationId);
  if (!end) throw notFound("audit log");
  // One more than there are: the entry of this export itself may be asked for.
  for (const [name, seq] of Object.entries({ from_seq, to_seq })) {
    if (seq !== undefined && seq > end.seq + 1)
      throw invalid(`The log ends at entry ${end.seq}.`, [
        { pointer: `?/${name}`, message: "is beyond the end of the log", code: "beyond_log" },
      ]);
  }
  if (from_seq !== undefined && to_seq !== undefined && from_seq > to_seq)
    throw invalid("from_seq is after to_seq.", [
      { pointer: "?/from_seq", message: "is after to_seq", code: "after_last" },
    ]);
}

async function recordExport(caller: Caller, { format, from_seq, to_seq }: ExportQuery): Promise<void> {
  await recordMutation(
    caller,
    () => ({
      id: newId("evt"),
      type: "audit.exported",
      actor: actorOf(caller),
      data: {
        format,
        from_seq: from_seq ?? null,
        to_seq: to_seq ?? null,
        request_id: caller.requestId,
      },
    }),
    async () => undefined,
  );
}

async function headerOf(organizationId: string, { from_seq, to_seq }: ExportQuery): Promise<ExportHeader> {
  const checkpoint = await makeCheckpoint(organizationId);
  const fromSeq = from_seq ?? 1;
  const before = fromSeq > 1 ? await findRecord(organizationId, fromSeq - 1) : null;
  const origin = parseCheckpoint(checkpoint.note)?.origin ?? logOrigin(organizationId);
  return {
    org: organizationId,
    fromSeq,
    toSeq: to_seq ?? checkpoint.size,
    checkpoint: checkpoint.note,
    keys: [verifierKeyOf(origin)],
    anchor: before ? { seq: before.seq, hash: before.hash.toString("hex") } : null,
  };
}

async function* jsonlLines(header: ExportHeader): AsyncGenerator<string> {
  yield `${jsonlHeader(header)}\n`;
  let count = 0;
  let tip = emptyTip(header);
  for await (const rows of chunks(header)) {
    let text = "";
    for (const row of rows) {
      tip = row.hash.toString("hex");
      text += `${jsonlEntry(row.canonical, tip)}\n`;
    }
    count += rows.length;
    yield text;
  }
  const size = parseCheckpoint(header.checkpoint)?.size ?? 0;
  const proof = count === 0 ? [] : await proveInclusion(header.org, header.toSeq, size);
  if (proof === null) throw new Error("The export's last entry cannot be proven: hashes are missing.");
  yield `${jsonlEnd({ count, tip, proof })}\n`;
}

async function* csvLines(header: ExportHeader): AsyncGenerator<string> {
  yield `${CSV_HEADER}\r\n`;
  for await (const rows of chunks(header)) yield rows.map(csvLine).join("");
}

function csvLine(row: RecordRow): string {
  const parsed = parseEntry(row.canonical);
  const line = parsed.kind === "entry" ? csvRow(parsed.entry, row.hash.toString("hex")) : null;
  if (line === null) throw new Error(`Entry ${row.seq} cannot be written as a row.`);
  return `${line}\r\n`;
}

/** The range, some hundred entries at a time. Entries never change, so no transaction has to span the download. */
async function* chunks({ org, fromSeq, toSeq }: ExportHeader): AsyncGenerator<RecordRow[]> {
  let next = fromSeq;
  while (next <= toSeq) {
    const rows = await readRecords(org, next, toSeq, CHUNK);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    next = last.seq + 1;
  }
}

/** Reads on only when the reader has taken what was there; a fault breaks the download off rather than end it. */
function streamOf(lines: AsyncGenerator<string>, organizationId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log().error({ organizationId, error }, "an export broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
