import "server-only";
import { withTenant } from "../db/tenancy";
import { tenantQuery } from "../db/tenant-query";

export interface CheckpointRow {
  size: number;
  root: Buffer;
  note: string;
  created_at: Date;
}

/** Newest first, before the one of size `before`. */
export function listCheckpointRows(
  organizationId: string,
  before: number | null,
  limit: number,
): Promise<CheckpointRow[]> {
  return tenantQuery<CheckpointRow>(
    organizationId,
    `SELECT size, root, note, created_at FROM audit_checkpoint
      WHERE org_id = $1 AND ($2::bigint IS NULL OR size < $2) ORDER BY size DESC LIMIT $3`,
    [organizationId, before, limit],
  );
}

export async function findLatestCheckpoint(organizationId: string): Promise<CheckpointRow | null> {
  const [row] = await listCheckpointRows(organizationId, null, 1);
  return row ?? null;
}

/** At most `limit` notes spread evenly over all there are, the newest among them. */
export async function sampleCheckpointNotes(organizationId: string, limit: number): Promise<string[]> {
  const rows = await tenantQuery<{ note: string }>(
    organizationId,
    `SELECT note FROM (
       SELECT note, size, row_number() OVER (ORDER BY size DESC) - 1 AS n, count(*) OVER () AS total
         FROM audit_checkpoint WHERE org_id = $1) AS numbered
      WHERE n % greatest(1, ceil(total / $2::numeric))::bigint = 0 ORDER BY size`,
    [organizationId, limit],
  );
  return rows.map((row) => row.note);
}

/** Stores a checkpoint; where another process stored one of the same size, that one stays. */
export async function insertCheckpoint(
  organizationId: string,
  made: { size: number; root: Uint8Array; note: string },
): Promise<CheckpointRow> {
  await withTenant(organizationId, (tx) =>
    tx.auditCheckpoint.createMany({
      data: { orgId: organizationId, size: made.size, root: Buffer.from(made.root), note: made.note },
      skipDuplicates: true,
    }),
  );
  const [row] = await listCheckpointRows(organizationId, made.size + 1, 1);
  if (!row) throw new Error("A checkpoint that was just stored is not there.");
  return row;
}
