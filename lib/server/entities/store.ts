import "server-only";
import type { Attributes } from "@/lib/contracts/common";
import type { EntityPath, ListEntitiesQuery } from "@/lib/contracts/directory";
import { Prisma } from "../db/generated/client";
import type { Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";

export interface EntityRow extends EntityPath {
  displayName: string;
  attrs: Attributes;
  createdAt: Date;
  updatedAt: Date;
}

const COLUMNS = Prisma.sql`e.kind, e.type, e.id, e.display_name AS "displayName", e.attrs,
  e.created_at AS "createdAt", e.updated_at AS "updatedAt"`;

/** Those of these entries that exist. */
export function findEntities(tx: Tx, paths: readonly EntityPath[]): Promise<EntityRow[]> {
  return tx.$queryRaw<EntityRow[]>`
    SELECT ${COLUMNS}
      FROM unnest(${paths.map((path) => path.kind)}::text[], ${paths.map((path) => path.type)}::text[],
                  ${paths.map((path) => path.id)}::text[]) AS w (kind, type, id)
      JOIN entity e USING (kind, type, id)`;
}

export type EntityPlace = readonly [string, string, string];

export function listEntitiesAfter(
  tx: Tx,
  query: ListEntitiesQuery,
  after: EntityPlace | null,
): Promise<EntityRow[]> {
  const wanted = [
    ...(query.kind ? [Prisma.sql`e.kind = ${query.kind}`] : []),
    ...(query.type ? [Prisma.sql`e.type = ${query.type}`] : []),
    ...(after
      ? [Prisma.sql`(e.kind, e.type, e.id) > (${after[0]}::text, ${after[1]}::text, ${after[2]}::text)`]
      : []),
  ];
  const where = wanted.length > 0 ? Prisma.sql`WHERE ${Prisma.join(wanted, " AND ")}` : Prisma.empty;
  return tx.$queryRaw<EntityRow[]>`
    SELECT ${COLUMNS} FROM entity e ${where} ORDER BY e.kind, e.type, e.id LIMIT ${query.limit + 1}`;
}

export interface EntityValue extends EntityPath {
  display_name: string;
  attrs: Attributes;
}

/** Creates or replaces entries with one statement. */
export async function upsertEntities(
  tx: AuditedTx,
  orgId: string,
  entities: readonly EntityValue[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO entity (org_id, kind, type, id, display_name, attrs)
    SELECT ${orgId}, v.kind, v.type, v.id, v.display_name, v.attrs
      FROM jsonb_to_recordset(${JSON.stringify(entities)}::jsonb)
           AS v (kind text, type text, id text, display_name text, attrs jsonb)
    ON CONFLICT (org_id, kind, type, id) DO UPDATE
       SET display_name = excluded.display_name, attrs = excluded.attrs, updated_at = now()`;
}

/** False when there was none. */
export async function deleteEntity(tx: AuditedTx, orgId: string, path: EntityPath): Promise<boolean> {
  const { count } = await tx.entity.deleteMany({ where: { orgId, ...path } });
  return count > 0;
}
