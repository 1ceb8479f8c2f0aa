import "server-only";
import type { PoolClient } from "pg";
import { compilePolicySet, type JsonObject, type Policy } from "@/lib/policy";
import { pool } from "../db/pool";
import { notFound } from "../errors";
import { EntityCache, type EntityRef } from "./entity-cache";
import { readTokenIssuers } from "./token-issuer-store";
import type {
  AgentRecord,
  DecisionState,
  GrantRecord,
  KeyRecord,
  PersonRecord,
  PolicyRecord,
  RoleRecord,
} from "./types";

const DEFAULT_SAFE_TO_LOG = ["record_type", "purpose", "unit", "region", "classification"];

/**
 * Reads the whole state in one snapshot of the database, so that it belongs to one version.
 *
 * @param before an older state, whose compiled policies are taken over when they have not changed.
 */
export async function loadState(
  organizationId: string,
  before: DecisionState | null,
): Promise<DecisionState> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SELECT set_config('app.org_id', $1, true)", [organizationId]);
    const state = await readState(client, organizationId, before);
    await client.query("COMMIT");
    return state;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function readState(
  client: PoolClient,
  organizationId: string,
  before: DecisionState | null,
): Promise<DecisionState> {
  const rows = async <T>(sql: string): Promise<T[]> => (await client.query(sql)).rows as T[];
  const [organization] = await rows<{
    name: string;
    region: string;
    status: string;
    settings: { safe_to_log?: string[] };
    state_version: number;
    policy_fingerprint: string;
  }>(`SELECT o.name, o.region, o.status, o.settings, h.state_version,
             (SELECT concat_ws(' ', count(*), sum(p.version), max(p.updated_at)) FROM policy p WHERE p.status = 'published') AS policy_fingerprint
        FROM organization o JOIN audit_head h ON h.org_id = o.id`);
  if (!organization) throw notFound("organization");
  const agents = await rows<AgentRecord>(
    `SELECT id, name, mode, status, status_reason AS "statusReason", owner_user_id AS "ownerUserId", roles, attrs,
            daily_action_budget AS "dailyActionBudget" FROM agent`,
  );
  const people = await rows<PersonRecord>(
    `SELECT m.user_id AS id, u.name, u.email, m.status = 'active' AS active, m.roles, m.attrs
       FROM member m JOIN users u ON u.id = m.user_id`,
  );
  const roles = await rows<RoleRecord>(
    `SELECT name, display_name AS "displayName", permissions, allows FROM role`,
  );
  const keys = await rows<Omit<KeyRecord, "permissions"> & { permissions: string[] }>(
    `SELECT id, name, agent_id AS "agentId", permissions, expires_at AS "expiresAt", revoked_at IS NOT NULL AS revoked
       FROM api_key`,
  );
  const tokenIssuers = await readTokenIssuers(client);
  const grants = await rows<{
    id: string;
    subject_type: "user" | "agent";
    subject_id: string;
    actions: string[];
    resource: GrantRecord["resource"];
    taken_by: string;
    expires_at: Date;
  }>(`SELECT id, subject_type, subject_id, actions, resource, taken_by, expires_at
        FROM jit_grant WHERE ended_at IS NULL AND expires_at > now() ORDER BY id`);
  const unchanged = before?.policyFingerprint === organization.policy_fingerprint;
  const policies = before && unchanged ? before : await readPolicies(client);
  return {
    organizationId,
    version: organization.state_version,
    name: organization.name,
    region: organization.region,
    suspended: organization.status === "suspended",
    safeToLog: new Set(organization.settings.safe_to_log ?? DEFAULT_SAFE_TO_LOG),
    agents: new Map(agents.map((agent) => [agent.id, agent])),
    people: new Map(people.map((person) => [person.id, person])),
    roles: new Map(roles.map((role) => [role.name, role])),
    keys: new Map(keys.map((key) => [key.id, { ...key, permissions: new Set(key.permissions) }])),
    tokenIssuers,
    policies: policies.policies,
    policyRecords: policies.policyRecords,
    policyFingerprint: organization.policy_fingerprint,
    grants: grants.map((grant) => ({
      id: grant.id,
      subject: { type: grant.subject_type, id: grant.subject_id },
      actions: grant.actions,
      resource: grant.resource,
      takenBy: grant.taken_by,
      expiresAt: grant.expires_at,
    })),
    entities: new EntityCache((refs) => findEntities(organizationId, refs)),
  };
}

async function readPolicies(client: PoolClient): Promise<Pick<DecisionState, "policies" | "policyRecords">> {
  const { rows } = await client.query<{ id: string; version: number; document: JsonObject }>(
    "SELECT id, version, document FROM policy WHERE status = 'published'",
  );
  // Only documents that parsed are ever stored, and none is changed in place.
  const records: PolicyRecord[] = rows.map((row) => ({
    id: row.id,
    version: row.version,
    policy: row.document as unknown as Policy,
  }));
  return {
    policies: compilePolicySet(records.map((record) => ({ ...record.policy, id: record.id }))),
    policyRecords: new Map(records.map((record) => [record.id, record])),
  };
}

/** The version that the database has at this moment. */
export async function readVersion(organizationId: string): Promise<number> {
  const { rows } = await pool().query<{ state_version: number }>({
    name: "state_version",
    text: "SELECT state_version FROM audit_position($1, current_date)",
    values: [organizationId],
  });
  return rows[0]?.state_version ?? 0;
}

/** How many actions each agent was allowed on the day of `now` (UTC). */
export async function countActionsToday(
  organizationId: string,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool().query<{ counts: Record<string, number> | null }>({
    name: "audit_position",
    text: "SELECT * FROM audit_position($1, $2)",
    values: [organizationId, now.toISOString().slice(0, 10)],
  });
  return new Map(Object.entries(rows[0]?.counts ?? {}));
}

interface EntityRow extends EntityRef {
  display_name: string;
  attrs: JsonObject;
}

/** Those of the named entities that the directory knows. */
async function findEntities(organizationId: string, refs: readonly EntityRef[]): Promise<EntityRow[]> {
  const { rows } = await pool().query<EntityRow>({
    name: "find_entities",
    text: "SELECT * FROM find_entities($1, $2, $3, $4)",
    values: [
      organizationId,
      refs.map((ref) => ref.kind),
      refs.map((ref) => ref.type),
      refs.map((ref) => ref.id),
    ],
  });
  return rows;
}
