import "server-only";
import { tenantQuery } from "../db/tenant-query";
import type { EffectCount } from "./days";

const DECISION = "type = 'decision.evaluated' AND effect IS NOT NULL";

/** Counts since the beginning of the day `since` (YYYY-MM-DD, UTC). */
export function countDecisionsByAgentAndDay(
  organizationId: string,
  agentIds: readonly string[],
  since: string,
): Promise<(EffectCount & { agent_id: string })[]> {
  return tenantQuery(
    organizationId,
    `SELECT agent_id, to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, effect, count(*)::int AS count
       FROM audit_record
      WHERE org_id = $1 AND agent_id = ANY($2) AND time >= $3::timestamp AT TIME ZONE 'UTC' AND ${DECISION}
      GROUP BY 1, 2, 3`,
    [organizationId, agentIds, since],
  );
}

export interface LastDecision {
  agent_id: string;
  seq: number;
  time: Date;
  effect: EffectCount["effect"];
  action: string;
}

export function findLastDecisions(
  organizationId: string,
  agentIds: readonly string[],
): Promise<LastDecision[]> {
  return tenantQuery(
    organizationId,
    `SELECT asked.id AS agent_id, last.seq, last.time, last.effect, last.action
       FROM unnest($2::text[]) AS asked (id)
      CROSS JOIN LATERAL (
        SELECT seq, time, effect, action FROM audit_record
         WHERE org_id = $1 AND agent_id = asked.id AND ${DECISION} ORDER BY seq DESC LIMIT 1) AS last`,
    [organizationId, agentIds],
  );
}

/** Counts of all decisions since the beginning of the day `since` (YYYY-MM-DD, UTC). */
export function countDecisions(
  organizationId: string,
  since: string,
): Promise<(EffectCount & { agent_id: string | null })[]> {
  return tenantQuery(
    organizationId,
    `SELECT agent_id, to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, effect, count(*)::int AS count
       FROM audit_record
      WHERE org_id = $1 AND time >= $2::timestamp AT TIME ZONE 'UTC' AND ${DECISION}
      GROUP BY 1, 2, 3`,
    [organizationId, since],
  );
}

export async function hasDecision(organizationId: string): Promise<boolean> {
  const rows = await tenantQuery(
    organizationId,
    `SELECT 1 FROM audit_record WHERE org_id = $1 AND ${DECISION} LIMIT 1`,
    [organizationId],
  );
  return rows.length > 0;
}

/** How many entries the log has: its chain has no gap. */
export async function countEntries(organizationId: string): Promise<number> {
  const [head] = await tenantQuery<{ seq: number }>(
    organizationId,
    "SELECT seq FROM audit_head WHERE org_id = $1",
    [organizationId],
  );
  return Number(head?.seq ?? 0);
}

interface WaitingRow {
  id: string;
  action: string;
  resource_type: string;
  record_type: unknown;
  subject_id: string;
  created_at: Date;
  expires_at: Date;
}

/** Open requests: how many, and those that wait longest. Of the patient nothing is read but what kind of record is asked for. */
export async function findWaiting(
  organizationId: string,
  time: Date,
  limit: number,
): Promise<{ waiting: number; oldest: WaitingRow[] }> {
  const rows = await tenantQuery<WaitingRow & { waiting: number }>(
    organizationId,
    `SELECT id, action, resource_type, request #> '{claimedAttrs,record_type}' AS record_type, subject_id, created_at, expires_at, (count(*) OVER ())::int AS waiting
       FROM approval WHERE org_id = $1 AND state = 'pending' AND expires_at > $2
      ORDER BY id LIMIT $3`,
    [organizationId, time, limit],
  );
  return { waiting: rows[0]?.waiting ?? 0, oldest: rows };
}
