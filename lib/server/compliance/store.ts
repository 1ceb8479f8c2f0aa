import "server-only";
import { tenantQuery } from "../db/tenant-query";

/** Rules by id and version, with their documents; as many as there were decisions under. */
export function findRuleVersions(
  organizationId: string,
  rules: readonly { id: string; version: number }[],
): Promise<{ id: string; version: number; document: { condition?: unknown } }[]> {
  return tenantQuery(
    organizationId,
    `SELECT v.policy_id AS id, v.version, v.document
       FROM unnest($2::text[], $3::int[]) AS asked (id, version)
       JOIN policy_version v ON v.policy_id = asked.id AND v.version = asked.version AND v.org_id = $1`,
    [organizationId, rules.map((rule) => rule.id), rules.map((rule) => rule.version)],
  );
}

export interface LogDates {
  oldest: Date | null;
  /** When the first entry that no checkpoint covers was written. */
  uncovered_since: Date | null;
  verified: Date | null;
  verified_seq: number | null;
}

/** Each by an index, however long the log is. @param covered the size of the newest checkpoint. */
export async function findLogDates(organizationId: string, covered: number): Promise<LogDates> {
  const [row] = await tenantQuery<LogDates>(
    organizationId,
    `SELECT (SELECT time FROM audit_record WHERE org_id = $1 ORDER BY seq LIMIT 1) AS oldest,
            (SELECT time FROM audit_record WHERE org_id = $1 AND seq = $2) AS uncovered_since,
            v.time AS verified, v.seq AS verified_seq
       FROM (SELECT 1) AS one
       LEFT JOIN LATERAL (
         SELECT time, seq FROM audit_record WHERE org_id = $1 AND type = 'audit.verified' ORDER BY seq DESC LIMIT 1
       ) AS v ON true`,
    [organizationId, covered + 1],
  );
  return row ?? { oldest: null, uncovered_since: null, verified: null, verified_seq: null };
}

export interface SignInFacts {
  live_sessions: number;
  locked: number;
}

/** Sessions that count now, and active people whose account is locked. */
export async function countSignIns(
  organizationId: string,
  now: Date,
  idleSeconds: number,
): Promise<SignInFacts> {
  const [row] = await tenantQuery<SignInFacts>(
    organizationId,
    `SELECT (SELECT count(*)::int FROM session WHERE org_id = $1 AND revoked_at IS NULL AND expires_at > $2
                AND last_seen_at > $2::timestamptz - make_interval(secs => $3)) AS live_sessions,
            (SELECT count(*)::int FROM member m JOIN users u ON u.id = m.user_id
              WHERE m.org_id = $1 AND m.status = 'active' AND u.locked_until > $2) AS locked`,
    [organizationId, now, idleSeconds],
  );
  return row ?? { live_sessions: 0, locked: 0 };
}

export interface GrantFacts {
  live: number;
  taken: number;
  reviewed: number;
  to_review: number;
  overdue: number;
}

/** Emergency access: live, of the days since `since`, and what waits for its review (`overdue`: since before `overdueBefore`). */
export async function countGrants(
  organizationId: string,
  now: Date,
  since: string,
  overdueBefore: Date,
): Promise<GrantFacts> {
  const [row] = await tenantQuery<GrantFacts>(
    organizationId,
    `SELECT count(*) FILTER (WHERE ended_at IS NULL AND expires_at > $2)::int AS live,
            count(*) FILTER (WHERE created_at >= $3::timestamp AT TIME ZONE 'UTC')::int AS taken,
            count(*) FILTER (WHERE reviewed_at >= $3::timestamp AT TIME ZONE 'UTC')::int AS reviewed,
            count(*) FILTER (WHERE reviewed_at IS NULL AND (ended_at IS NOT NULL OR expires_at <= $2))::int AS to_review,
            count(*) FILTER (WHERE reviewed_at IS NULL AND least(ended_at, expires_at) <= $4)::int AS overdue
       FROM jit_grant WHERE org_id = $1`,
    [organizationId, now, since, overdueBefore],
  );
  return row ?? { live: 0, taken: 0, reviewed: 0, to_review: 0, overdue: 0 };
}

export interface ApprovalFacts {
  approved: number;
  denied: number;
  expired: number;
  waiting: number;
  median_seconds: number | null;
  slowest_seconds: number | null;
  deciders: { user_id: string; count: number }[];
}

/** A person has decided: an approval that ran out unused was decided too, a request that ran out was not. */
const DECIDED = "resolved_by IS NOT NULL";

/**
 * What became of the requests since `since`. An approval's id begins with the moment it was made (UUIDv7), so `afterId`
 * keeps the index to those days; the seed's history has ids of today, which the times sort out.
 */
export async function countApprovals(
  organizationId: string,
  since: string,
  afterId: string,
): Promise<ApprovalFacts> {
  const [row] = await tenantQuery<ApprovalFacts>(
    organizationId,
    `WITH recent AS (
       SELECT state, resolved_by, extract(epoch FROM resolved_at - created_at) AS seconds
         FROM approval
        WHERE org_id = $1 AND state IN ('approved', 'consumed', 'denied', 'expired') AND id >= $3
          AND resolved_at >= $2::timestamp AT TIME ZONE 'UTC'),
     deciders AS (
       SELECT resolved_by AS user_id, count(*)::int AS count FROM recent
        WHERE ${DECIDED} GROUP BY 1 ORDER BY 2 DESC, 1)
     SELECT count(*) FILTER (WHERE ${DECIDED} AND state <> 'denied')::int AS approved,
            count(*) FILTER (WHERE state = 'denied')::int AS denied,
            count(*) FILTER (WHERE state = 'expired' AND resolved_by IS NULL)::int AS expired,
            (SELECT count(*)::int FROM approval WHERE org_id = $1 AND state = 'pending') AS waiting,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE ${DECIDED}) AS median_seconds,
            max(seconds) FILTER (WHERE ${DECIDED})::float8 AS slowest_seconds,
            coalesce((SELECT json_agg(d) FROM deciders d), '[]') AS deciders
       FROM recent`,
    [organizationId, since, afterId],
  );
  return (
    row ?? {
      approved: 0,
      denied: 0,
      expired: 0,
      waiting: 0,
      median_seconds: null,
      slowest_seconds: null,
      deciders: [],
    }
  );
}
