import "server-only";
import { pool } from "../db/pool";
import type { AuditedTx } from "../db/record-mutation";
import { tenantQuery } from "../db/tenant-query";

export interface RecordRow {
  seq: number;
  canonical: string;
  hash: Buffer;
  time: Date;
  type: string;
  actor_type: string;
  actor_id: string;
  effect: "allow" | "deny" | "require_approval" | null;
  action: string | null;
  resource_type: string | null;
  agent_id: string | null;
  policy_id: string | null;
  approval_id: string | null;
}

const COLUMNS =
  "seq, canonical, hash, time, type, actor_type, actor_id, effect, action, resource_type, agent_id, policy_id, approval_id";

export interface LogEnd {
  seq: number;
  hash: Buffer;
  frontier: Buffer[];
  /** The last entry that is there: the head's own, unless somebody tampered. */
  last_seq: number;
}

/** Head and last entry in one snapshot. */
export async function findLogEnd(organizationId: string): Promise<LogEnd | null> {
  const rows = await tenantQuery<LogEnd>(
    organizationId,
    `SELECT h.seq, h.hash, h.frontier,
            coalesce((SELECT r.seq FROM audit_record r WHERE r.org_id = h.org_id ORDER BY r.seq DESC LIMIT 1), 0) AS last_seq
       FROM audit_head h WHERE h.org_id = $1`,
    [organizationId],
  );
  return rows[0] ?? null;
}

export async function findRecord(organizationId: string, seq: number): Promise<RecordRow | null> {
  const [row] = await readRecords(organizationId, seq, seq, 1);
  return row ?? null;
}

/** Entries from `from` to `to`, both included, at most `limit`. */
export function readRecords(
  organizationId: string,
  from: number,
  to: number,
  limit: number,
): Promise<RecordRow[]> {
  return tenantQuery<RecordRow>(
    organizationId,
    `SELECT ${COLUMNS} FROM audit_record
      WHERE org_id = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq LIMIT $4`,
    [organizationId, from, to, limit],
  );
}

export interface EventFilter {
  eventId?: string | undefined;
  actor?: string | undefined;
  type?: string | undefined;
  typePrefix?: string | undefined;
  effect?: string | undefined;
  action?: string | undefined;
  resourceType?: string | undefined;
  /** These and no others. */
  seqs?: readonly number[] | undefined;
  policyId?: string | undefined;
  approvalId?: string | undefined;
  agentId?: string | undefined;
  fromSeq?: number | undefined;
  toSeq?: number | undefined;
}

const CONDITIONS = {
  eventId: (n) => `event_id = ${n}`,
  actor: (n) => `actor_id = ${n}`,
  type: (n) => `type = ${n}`,
  typePrefix: (n) => `starts_with(type, ${n})`,
  effect: (n) => `effect = ${n}`,
  action: (n) => `action = ${n}`,
  resourceType: (n) => `resource_type = ${n}`,
  seqs: (n) => `seq = ANY (${n}::bigint[])`,
  policyId: (n) => `policy_id = ${n}`,
  approvalId: (n) => `approval_id = ${n}`,
  agentId: (n) => `agent_id = ${n}`,
  fromSeq: (n) => `seq >= ${n}`,
  toSeq: (n) => `seq <= ${n}`,
} as const satisfies Record<keyof EventFilter, (parameter: string) => string>;

/**
 * The places in the log that a filter stands for which is no column to go by: those between two times (time never goes
 * back in the log) and those whose sealed values carry a tag. Asked for beforehand, for row-level security lets no index be
 * searched by what a subquery finds.
 */
export async function findPlaces(
  organizationId: string,
  asked: { from?: string | undefined; to?: string | undefined; sealTag?: Buffer | undefined },
): Promise<{ fromSeq?: number; toSeq?: number; seqs?: number[] }> {
  const { from, to, sealTag } = asked;
  if (from === undefined && to === undefined && sealTag === undefined) return {};
  const [row] = await tenantQuery<{
    from_seq: number | null;
    after_seq: number | null;
    seqs: number[] | null;
  }>(
    organizationId,
    `SELECT (SELECT seq FROM audit_record WHERE org_id = $1 AND time >= $2::timestamptz ORDER BY time, seq LIMIT 1) AS from_seq,
            (SELECT seq FROM audit_record WHERE org_id = $1 AND time > $3::timestamptz ORDER BY time, seq LIMIT 1) AS after_seq,
            (SELECT array_agg(seq) FROM audit_sealed_value WHERE org_id = $1 AND tag = $4::bytea) AS seqs`,
    [organizationId, from ?? null, to ?? null, sealTag ?? null],
  );
  return {
    ...(from !== undefined && { fromSeq: row?.from_seq ?? Number.MAX_SAFE_INTEGER }),
    ...(to !== undefined && row?.after_seq != null && { toSeq: row.after_seq - 1 }),
    ...(sealTag !== undefined && { seqs: (row?.seqs ?? []).map(Number) }),
  };
}

/** Entries that pass the filter, after (or, newest first, before) the entry `after`. */
export function listEvents(
  organizationId: string,
  filter: EventFilter,
  place: { order: "newest" | "oldest"; after: number | null; limit: number },
): Promise<RecordRow[]> {
  const values: unknown[] = [organizationId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ["org_id = $1"];
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = filter[name as keyof EventFilter];
    if (value !== undefined) where.push(condition(bind(value)));
  }
  const newest = place.order === "newest";
  if (place.after !== null) where.push(`seq ${newest ? "<" : ">"} ${bind(place.after)}`);
  return tenantQuery<RecordRow>(
    organizationId,
    `SELECT ${COLUMNS} FROM audit_record WHERE ${where.join(" AND ")}
      ORDER BY seq ${newest ? "DESC" : "ASC"} LIMIT ${bind(place.limit)}`,
    values,
  );
}

/** A run of stored hashes: of entries (level 0, counted from 0), or of complete subtrees of 2^level entries. */
export interface HashRange {
  level: number;
  first: number;
  count: number;
}

/** The hashes of each range, one after the other; shorter than asked where some are missing. */
export async function readHashes(organizationId: string, ranges: readonly HashRange[]): Promise<Buffer[]> {
  const rows = await tenantQuery<{ n: number; hash: Buffer }>(
    organizationId,
    `SELECT w.n, found.hash
       FROM unnest($2::int[], $3::bigint[], $4::bigint[]) WITH ORDINALITY AS w (level, first, count, n)
       JOIN LATERAL (
         SELECT r.seq AS place, r.hash FROM audit_record r
          WHERE w.level = 0 AND r.org_id = $1 AND r.seq > w.first AND r.seq <= w.first + w.count
         UNION ALL
         SELECT t.index, t.hash FROM audit_node t
          WHERE w.level > 0 AND t.org_id = $1 AND t.level = w.level AND t.index >= w.first AND t.index < w.first + w.count
       ) AS found ON true
      ORDER BY w.n, found.place`,
    [
      organizationId,
      ranges.map((range) => range.level),
      ranges.map((range) => range.first),
      ranges.map((range) => range.count),
    ],
  );
  const runs = ranges.map((): Buffer[] => []);
  for (const row of rows) runs[row.n - 1]?.push(row.hash);
  return runs.map((run) => Buffer.concat(run));
}

export interface SealedRow {
  path: string;
  eventId: string;
  box: Uint8Array;
}

/** The sealed values of an entry that are not erased. Null where there is no such entry. */
export async function findSealedValues(tx: AuditedTx, seq: number): Promise<SealedRow[] | null> {
  const record = await tx.auditRecord.findFirst({ where: { seq }, select: { eventId: true } });
  if (!record) return null;
  const rows = await tx.auditSealedValue.findMany({ where: { seq }, orderBy: { path: "asc" } });
  return rows.map(({ path, box }) => ({ path, eventId: record.eventId, box }));
}

export async function deleteSealedValues(tx: AuditedTx, seq: number, paths: string[]): Promise<void> {
  await tx.auditSealedValue.deleteMany({ where: { seq, path: { in: paths } } });
}

/** Organizations whose last entries no checkpoint covers yet. */
export async function listUncoveredLogs(): Promise<string[]> {
  const { rows } = await pool().query<{ org_id: string }>("SELECT org_id FROM list_uncovered_logs()");
  return rows.map((row) => row.org_id);
}
