import "server-only";
import { tenantQuery } from "../db/tenant-query";

/** How far each source is looked at: enough to know its shape, and a bounded walk along an index. */
const ENTRY_TYPES = 40;
const ENTRIES_PER_TYPE = 100;
const DECISIONS = 500;

export interface DirectoryRow {
  kind: "subject" | "resource";
  type: string;
  name: string;
  /** A member of an object; null for the attribute itself. */
  member: string | null;
  held: "string" | "number" | "boolean" | "array" | "object" | "null" | "time" | "address";
  seen: number;
  /** As JSON text each; null where they are withheld. */
  samples: string[] | null;
}

/**
 * The attributes of the first entries of each type, counted. The primary key is walked from type to type, never the
 * whole table. Values of names that are not in `safe` do not leave the database, nor do members of objects: the log
 * shows neither.
 */
export function findDirectoryAttributes(
  organizationId: string,
  safe: readonly string[],
): Promise<DirectoryRow[]> {
  return tenantQuery<DirectoryRow>(organizationId, DIRECTORY, [
    organizationId,
    safe,
    ENTRY_TYPES,
    ENTRIES_PER_TYPE,
  ]);
}

const DIRECTORY = `
  WITH RECURSIVE types (kind, type, place) AS (
    (SELECT kind, type, 1 FROM entity WHERE org_id = $1 ORDER BY kind, type LIMIT 1)
    UNION ALL
    SELECT next.kind, next.type, types.place + 1
      FROM types
     CROSS JOIN LATERAL (SELECT kind, type FROM entity
                          WHERE org_id = $1 AND (kind, type) > (types.kind, types.type)
                          ORDER BY kind, type LIMIT 1) AS next
     WHERE types.place < $3
  ), looked_at AS (
    SELECT types.kind, types.type, entries.attrs
      FROM types
     CROSS JOIN LATERAL (SELECT attrs FROM entity
                          WHERE org_id = $1 AND kind = types.kind AND type = types.type
                          ORDER BY id LIMIT $4) AS entries
  ), held AS (
    SELECT looked_at.kind, looked_at.type, attr.key AS name, part.member, part.value
      FROM looked_at
     CROSS JOIN LATERAL jsonb_each(looked_at.attrs) AS attr
     CROSS JOIN LATERAL (
       SELECT NULL::text AS member, attr.value
       UNION ALL
       SELECT inner_attr.key, inner_attr.value
         FROM jsonb_each(CASE jsonb_typeof(attr.value) WHEN 'object' THEN attr.value ELSE '{}' END) AS inner_attr
     ) AS part
  ), typed AS (
    SELECT held.*, CASE
             WHEN jsonb_typeof(value) <> 'string' THEN jsonb_typeof(value)
             WHEN value #>> '{}' ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' THEN 'time'
             WHEN value #>> '{}' ~ '^\\d{1,3}(\\.\\d{1,3}){3}$' THEN 'address'
             ELSE 'string' END AS held
      FROM held
  )
  SELECT typed.kind, typed.type, typed.name, typed.member, typed.held, count(*)::int AS seen,
         CASE WHEN typed.member IS NULL AND typed.name = ANY ($2) THEN
           (SELECT coalesce(json_agg(DISTINCT one.value::text), '[]')
              FROM unnest((array_agg(typed.value))[1:40]) AS kept (value)
             CROSS JOIN LATERAL jsonb_array_elements(
               CASE jsonb_typeof(kept.value) WHEN 'array' THEN kept.value ELSE jsonb_build_array(kept.value) END) AS one (value)
             WHERE jsonb_typeof(one.value) IN ('string', 'number', 'boolean'))
         END AS samples
    FROM typed
   GROUP BY typed.kind, typed.type, typed.name, typed.member, typed.held
   ORDER BY typed.kind, typed.type, typed.name, typed.member NULLS FIRST, typed.held
   LIMIT 2000`;

export interface DecisionRow {
  canonical: string;
}

/** The newest decisions as they stand in the log, along the index of its types. */
export function findRecentDecisions(organizationId: string): Promise<DecisionRow[]> {
  return tenantQuery<DecisionRow>(
    organizationId,
    `SELECT canonical FROM audit_record
      WHERE org_id = $1 AND type = 'decision.evaluated' ORDER BY seq DESC LIMIT $2`,
    [organizationId, DECISIONS],
  );
}
