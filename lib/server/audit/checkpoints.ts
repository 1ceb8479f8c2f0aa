import "server-only";
import * as z from "zod";
import type { Page, PageQuery } from "@/lib/contracts/common";
import {
  equalBytes,
  parseCheckpoint,
  rootFromFrontier,
  signCheckpoint,
  toBase64,
  verifyConsistency,
} from "@/lib/ledger";
import type { Caller } from "../caller";
import { nodeHasher } from "../db/ledger/node-hasher";
import { conflict, notFound } from "../errors";
import { decodeCursor, pageOf } from "../keyset";
import { log } from "../log";
import { copyOut, readNewestCopy } from "./checkpoint-files";
import {
  type CheckpointRow,
  findLatestCheckpoint,
  insertCheckpoint,
  listCheckpointRows,
} from "./checkpoint-store";
import { proveConsistency } from "./proofs";
import { logOrigin, logSigner, verifierKeyOf } from "./signing";
import { findLogEnd, listUncoveredLogs } from "./store";

export interface CheckpointView {
  size: number;
  root: string;
  note: string;
  created_at: string;
  verifier_key: string;
}

/** Signs where the log stands now; the newest checkpoint where it already covers all. */
export async function makeCheckpoint(organizationId: string): Promise<CheckpointRow> {
  const latest = await findLatestCheckpoint(organizationId);
  const signed = await signedBefore(organizationId, latest);
  // Read after what was signed, so that a log that grows meanwhile is not taken for one that was cut.
  const end = await findLogEnd(organizationId);
  if (!end) throw notFound("audit log");
  const root = rootFromFrontier(nodeHasher, end.frontier);
  await refuseOtherHistory(organizationId, end.seq, root, signed);
  if (latest?.size === end.seq) {
    // A crash may have come between storing a checkpoint and copying it out.
    await copyOut(organizationId, latest.size, latest.note);
    return latest;
  }
  const checkpoint = { origin: logOrigin(organizationId), size: end.seq, root };
  const note = await signCheckpoint(nodeHasher, checkpoint, logSigner(organizationId));
  const row = await insertCheckpoint(organizationId, { size: end.seq, root, note });
  await copyOut(organizationId, row.size, row.note);
  return row;
}

interface Signed {
  size: number;
  root: Uint8Array;
  where: string;
}

/** What was signed last, by the database and by the copy outside: they may differ when one was tampered with. */
async function signedBefore(organizationId: string, latest: CheckpointRow | null): Promise<Signed[]> {
  const copy = await readNewestCopy(organizationId);
  const parsed = copy === null ? null : parseCheckpoint(copy);
  const signed: Signed[] = [];
  if (latest) signed.push({ size: latest.size, root: latest.root, where: "database" });
  if (parsed) signed.push({ size: parsed.size, root: parsed.root, where: "file" });
  return signed;
}

/** Never two histories under one key: what contradicts an earlier checkpoint is not signed. */
async function refuseOtherHistory(
  organizationId: string,
  size: number,
  root: Uint8Array,
  signed: readonly Signed[],
): Promise<void> {
  for (const before of signed) {
    if (await extendsLog(organizationId, before, size, root)) continue;
    log().error(
      { alarm: "inconsistent_log", organizationId, signed: before.size, from: before.where, size },
      "the audit log contradicts a checkpoint that was signed before; nothing is signed any more",
    );
    throw conflict(
      `The log contradicts the checkpoint of ${before.size} entries that was signed before, so none was made. Verify the log to see where it was changed.`,
    );
  }
}

async function extendsLog(
  organizationId: string,
  before: Signed,
  size: number,
  root: Uint8Array,
): Promise<boolean> {
  if (before.size > size) return false;
  if (before.size === size) return equalBytes(before.root, root);
  const proof = await proveConsistency(organizationId, before.size, size);
  if (proof === null) return false;
  const claim = { from: before.size, fromRoot: before.root, to: size, toRoot: root };
  return verifyConsistency(nodeHasher, claim, proof);
}

/** The job: a checkpoint for every log that has entries none covers. One log's trouble does not stop the others. */
export async function makeDueCheckpoints(): Promise<number> {
  const due = await listUncoveredLogs();
  for (const organizationId of due) {
    await makeCheckpoint(organizationId).catch((error) =>
      log().error({ organizationId, error }, "no checkpoint could be made"),
    );
  }
  return due.length;
}

export function checkpointView(organizationId: string, row: CheckpointRow): CheckpointView {
  const origin = parseCheckpoint(row.note)?.origin ?? logOrigin(organizationId);
  return {
    size: row.size,
    root: toBase64(row.root),
    note: row.note,
    created_at: row.created_at.toISOString(),
    verifier_key: verifierKeyOf(origin),
  };
}

export async function makeCheckpointNow(caller: Caller): Promise<CheckpointView> {
  return checkpointView(caller.organizationId, await makeCheckpoint(caller.organizationId));
}

export async function listCheckpoints(caller: Caller, query: PageQuery): Promise<Page<CheckpointView>> {
  const [before] = decodeCursor(query.cursor, z.tuple([z.number().int()])) ?? [null];
  const rows = await listCheckpointRows(caller.organizationId, before, query.limit + 1);
  return pageOf(
    rows,
    query.limit,
    (row) => [row.size],
    (row) => checkpointView(caller.organizationId, row),
  );
}
