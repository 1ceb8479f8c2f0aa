import "server-only";
import type { ApprovalState } from "@/lib/contracts/approvals";
import { tenantQuery } from "../db/tenant-query";
import type { EffectCount } from "./days";

const DECISION = "type = 'decision.evaluated' AND effect IS NOT NULL";

/**
 * Counts since the beginning of the day `since` (YYYY-MM-DD, UTC), of these agents or of all. The tally has all but the
 * last minute of a log; what it has not counted yet is read from the log itself, in the same snapshot.
 */
export function countDecisions(
  organizationId: string,
  since: string,
  agentIds: readonly string[] | null = null,
): Promise<(EffectCount & { agent_id: string | null })[]> {
  return tenantQuery(
    organizationId,
    `SELECT nullif(agent_id, '') AS agent_id, to_char(day, 'YYYY-MM-DD') AS day, effect, sum(count)::int AS count
       FROM (
         SELECT agent_id, day, effect, count FROM audit_tally
          WHERE org_id = $1 AND day >= $2::date AND type = 'decision.evaluated' AND effect <> ''
         UNION ALL
         SELECT coalesce(agent_id, ''), (time AT TIME ZONE 'UTC')::date, effect, 1 FROM audit_record
          WHERE org_id = $1 AND seq > coalesce((SELECT seq FROM audit_tally_head WHERE org_id = $1), 0)
            AND time >= $2::timestamp AT TIME ZONE 'UTC' AND ${DECISION}) AS decision
      WHERE $3::text[] IS NULL OR agent_id = ANY($3)
      GROUP BY 1, 2, 3`,
    [organizationId, since, agentIds],
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

export interface RequestRow {
  id: string;
  action: string;
  resource_type: string;
  record_type: unknown;
  subject_id: string;
}

/** Of the patient nothing is read but what kind of record is asked for. */
const REQUEST =
  "approval.id, action, resource_type, request #> '{claimedAttrs,record_type}' AS record_type, subject_id";

interface WaitingRow extends RequestRow {
  created_at: Date;
  expires_at: Date;
}

/** Open requests: how many, and those that wait longest. */
export async function findWaiting(
  organizationId: string,
  time: Date,
  limit: number,
): Promise<{ waiting: number; oldest: WaitingRow[] }> {
  const rows = await tenantQuery<WaitingRow & { waiting: number }>(
    organizationId,
    `SELECT ${REQUEST}, created_at, expires_at, (count(*) OVER ())::int AS waiting
       FROM approval WHERE org_id = $1 AND state = 'pending' AND expires_at > $2
      ORDER BY id LIMIT $3`,
    [organizationId, time, limit],
  );
  return { waiting: rows[0]?.waiting ?? 0, oldest: rows };
}

interface OwnVoteRow extends RequestRow {
  vote: "approve" | "deny";
  voted_at: Date;
  state: ApprovalState;
  expires_at: Date;
  resolved_by: string | null;
}

/** The last votes of one person, newest first, with where their requests stand. */
export function findVotesOf(organizationId: string, userId: string, limit: number): Promise<OwnVoteRow[]> {
  return tenantQuery(
    organizationId,
    `SELECT ${REQUEST}, own.vote, own.created_at AS voted_at, state, expires_at, resolved_by
       FROM (SELECT id, approval_id, vote, created_at FROM approval_vote
              WHERE org_id = $1 AND user_id = $2 ORDER BY id DESC LIMIT $3) AS own
       JOIN approval ON approval.org_id = $1 AND approval.id = own.approval_id
      ORDER BY own.id DESC`,
    [organizationId, userId, limit],
  );
}
