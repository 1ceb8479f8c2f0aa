import "server-only";
import { tenantQuery } from "../db/tenant-query";
import type { RecordRow } from "./store";

export type DisclosureRow = Omit<RecordRow, "type">;

/**
 * Decisions whose sealed values carry this tag, newest first. The tag's index has them in the order of the log, so no
 * more is read than is told, however long the log is.
 */
export function findDisclosures(
  organizationId: string,
  asked: { tag: Buffer; from: string | undefined; to: string | undefined; limit: number },
): Promise<DisclosureRow[]> {
  return tenantQuery<DisclosureRow>(
    organizationId,
    `SELECT r.* FROM (
       SELECT DISTINCT s.seq FROM audit_sealed_value s WHERE s.org_id = $1 AND s.tag = $2 ORDER BY s.seq DESC) AS named
      CROSS JOIN LATERAL (
       SELECT seq, canonical, hash, time, actor_type, actor_id, effect, action, resource_type, agent_id, policy_id, approval_id
         FROM audit_record
        WHERE org_id = $1 AND seq = named.seq AND type = 'decision.evaluated'
          AND ($3::timestamptz IS NULL OR time >= $3) AND ($4::timestamptz IS NULL OR time <= $4)
       OFFSET 0) AS r
      ORDER BY named.seq DESC LIMIT $5`,
    [organizationId, asked.tag, asked.from ?? null, asked.to ?? null, asked.limit],
  );
}

/** Who voted on these approvals, in the order of their votes. */
export function findVoters(
  organizationId: string,
  approvalIds: readonly string[],
): Promise<{ approval_id: string; actor_id: string }[]> {
  return tenantQuery(
    organizationId,
    `SELECT approval_id, actor_id FROM audit_record
      WHERE org_id = $1 AND approval_id = ANY ($2) AND type = 'approval.voted' ORDER BY seq`,
    [organizationId, approvalIds],
  );
}

/** The place of an entry in the log, by the id of its event. */
export async function findSeqOfEvent(organizationId: string, eventId: string): Promise<number> {
  const [row] = await tenantQuery<{ seq: number }>(
    organizationId,
    "SELECT seq FROM audit_record WHERE org_id = $1 AND event_id = $2",
    [organizationId, eventId],
  );
  if (!row) throw new Error("An entry that was just written is not there.");
  return row.seq;
}
