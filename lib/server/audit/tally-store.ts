import "server-only";
import { pool } from "../db/pool";
import { tenantQuery } from "../db/tenant-query";

export interface TallyRow {
  type: string;
  effect: "allow" | "deny" | "require_approval" | "";
  policy_id: string;
  policy_version: number;
  emergency: boolean;
  count: number;
}

/** Counts at most `limit` more entries; returns the last that is counted. */
export async function countMore(organizationId: string, limit: number): Promise<number> {
  const { rows } = await pool().query<{ seq: number }>("SELECT audit_tally_catch_up($1, $2) AS seq", [
    organizationId,
    limit,
  ]);
  return Number(rows[0]?.seq ?? 0);
}

/** Organizations whose log has entries that are not counted. */
export async function listUntalliedLogs(): Promise<string[]> {
  const { rows } = await pool().query<{ org_id: string }>("SELECT org_id FROM list_untallied_logs()");
  return rows.map((row) => row.org_id);
}

/** Counts since the beginning of the day `since` (YYYY-MM-DD, UTC). */
export function findTallies(organizationId: string, since: string): Promise<TallyRow[]> {
  return tenantQuery<TallyRow>(
    organizationId,
    `SELECT type, effect, policy_id, policy_version, emergency, sum(count)::bigint AS count
       FROM audit_tally WHERE org_id = $1 AND day >= $2::date GROUP BY 1, 2, 3, 4, 5`,
    [organizationId, since],
  );
}
