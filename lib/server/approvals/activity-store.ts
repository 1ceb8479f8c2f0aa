import "server-only";
import type { ApprovalActivity } from "@/lib/contracts/approvals";
import { tenantQuery } from "../db/tenant-query";
import { openTexts } from "./open-texts";

/** Above this an agent is busy beyond what a reader would weigh; the count stops so that its cost does too. */
const MOST_COUNTED = 5_000;
const MOST_SHOWN = 4;

type Counts = ApprovalActivity["counts"];

interface ActivityRow extends Counts {
  resources: number;
  last: { time: string; effect: keyof Counts; action: string; resource_type: string; record_type: unknown }[];
}

/**
 * An agent's decisions since an instant, counted by effect, in one statement over audit_record_time_idx (where the hour
 * begins; times never run backwards in a chain) and audit_record_agent_idx. How many resources there were is counted by
 * the tags of their sealed ids: none is opened.
 */
export async function findActivity(
  organizationId: string,
  asked: { agentId: string; resourceType: string; exceptDecisionId: string; since: Date },
): Promise<Counts & Pick<ApprovalActivity, "resources" | "last" | "is_capped">> {
  const [row] = await tenantQuery<ActivityRow>(
    organizationId,
    `WITH recent AS MATERIALIZED (
       SELECT seq, time, effect, action, resource_type FROM audit_record
        WHERE org_id = $1 AND agent_id = $2 AND type = 'decision.evaluated' AND effect IS NOT NULL AND event_id <> $4
          AND seq >= (SELECT seq FROM audit_record WHERE org_id = $1 AND time >= $3 ORDER BY time, seq LIMIT 1)
        ORDER BY seq DESC LIMIT $6)
     SELECT (count(*) FILTER (WHERE effect = 'allow'))::int AS allow,
            (count(*) FILTER (WHERE effect = 'deny'))::int AS deny,
            (count(*) FILTER (WHERE effect = 'require_approval'))::int AS require_approval,
            (SELECT count(DISTINCT s.tag) FROM recent r
               JOIN audit_sealed_value s ON s.org_id = $1 AND s.seq = r.seq AND s.path = '/resource/id'
              WHERE r.resource_type = $5)::int AS resources,
            coalesce((SELECT json_agg(shown ORDER BY shown.seq DESC) FROM (
              SELECT r.seq, r.time, r.effect, r.action, r.resource_type,
                     a.canonical::json #> '{data,resource,attrs,record_type}' AS record_type
                FROM recent r JOIN audit_record a ON a.org_id = $1 AND a.seq = r.seq
               ORDER BY r.seq DESC LIMIT $7) AS shown), '[]') AS last
       FROM recent`,
    [
      organizationId,
      asked.agentId,
      asked.since,
      asked.exceptDecisionId,
      asked.resourceType,
      MOST_COUNTED + 1,
      MOST_SHOWN,
    ],
  );
  if (!row) throw new Error("A statement that counts answered no row.");
  const { last, ...counts } = row;
  return {
    ...counts,
    is_capped: counts.allow + counts.deny + counts.require_approval > MOST_COUNTED,
    last: last.map(({ time, effect, action, resource_type, record_type }) => ({
      time: new Date(time).toISOString(),
      effect,
      action,
      resource_type,
      record_type: openTexts(record_type),
    })),
  };
}
