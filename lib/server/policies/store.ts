import "server-only";
import type { ListPoliciesQuery } from "@/lib/contracts/policies";
import type { JsonObject, Policy } from "@/lib/policy";
import { now } from "../clock";
import { Prisma } from "../db/generated/client";
import type { Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";
import type { PolicyDocument } from "./document";

export interface PolicyRow {
  id: string;
  status: "published" | "archived";
  version: number;
  document: JsonObject;
  createdAt: Date;
  updatedAt: Date;
}

export interface PolicyVersionRow {
  version: number;
  document: JsonObject;
  note: string;
  createdBy: string;
  createdAt: Date;
}

const COLUMNS = Prisma.sql`id, status, version, document, created_at AS "createdAt", updated_at AS "updatedAt"`;
/** The evaluation order (spec: policy language, "decision"): ids are ASCII, so bytes and the C collation agree. */
const RANK = Prisma.sql`(CASE effect WHEN 'deny' THEN 0 WHEN 'require_approval' THEN 1 ELSE 2 END)`;

export async function findPolicy(tx: Tx, id: string): Promise<PolicyRow | null> {
  const [row] = await tx.$queryRaw<PolicyRow[]>`SELECT ${COLUMNS} FROM policy WHERE id = ${id}`;
  return row ?? null;
}

/** Where a policy stands in the evaluation order: priority, rank of its effect, id. */
export type PolicyPlace = readonly [number, number, string];

/** Reads an organization's policies of one status in their order (policy_order_idx) and keeps those of the name. */
export function listPoliciesAfter(
  tx: Tx,
  { status, search }: Pick<ListPoliciesQuery, "status" | "search">,
  after: PolicyPlace | null,
  take: number,
): Promise<PolicyRow[]> {
  const named = search
    ? Prisma.sql`AND document->>'display_name' ILIKE ${`%${search.replace(/[\\%_]/g, "\\$&")}%`}`
    : Prisma.empty;
  const beyond = after
    ? Prisma.sql`AND (priority, ${RANK}, id COLLATE "C") > (${after[0]}::int, ${after[1]}::int, ${after[2]}::text)`
    : Prisma.empty;
  return tx.$queryRaw<PolicyRow[]>`
    SELECT ${COLUMNS} FROM policy WHERE status = ${status} ${named} ${beyond}
     ORDER BY priority, ${RANK}, id COLLATE "C" LIMIT ${take}`;
}

const VERSION = { version: true, document: true, note: true, createdBy: true, createdAt: true } as const;
const typed = (row: Omit<PolicyVersionRow, "document"> & { document: unknown }): PolicyVersionRow => ({
  ...row,
  document: row.document as JsonObject,
});

export async function findVersion(
  tx: Tx,
  policyId: string,
  version: number,
): Promise<PolicyVersionRow | null> {
  const row = await tx.policyVersion.findUnique({
    where: { policyId_version: { policyId, version } },
    select: VERSION,
  });
  return row && typed(row);
}

export async function listVersionsBefore(
  tx: Tx,
  policyId: string,
  before: number | null,
  take: number,
): Promise<PolicyVersionRow[]> {
  const rows = await tx.policyVersion.findMany({
    where: { policyId, ...(before !== null && { version: { lt: before } }) },
    select: VERSION,
    orderBy: { version: "desc" },
    take,
  });
  return rows.map(typed);
}

const columnsOf = (policy: Policy, document: JsonObject) => ({
  displayName: policy.display_name,
  effect: policy.effect,
  priority: policy.priority ?? 0,
  enabled: policy.enabled ?? true,
  document: document as Prisma.InputJsonObject,
});

export async function insertPolicy(
  tx: AuditedTx,
  ids: { id: string; orgId: string },
  { policy, json }: PolicyDocument,
): Promise<PolicyRow> {
  return asRow(
    await tx.policy.create({
      data: { ...ids, ...columnsOf(policy, json), createdAt: now(), updatedAt: now() },
    }),
  );
}

export async function publishDocument(
  tx: AuditedTx,
  id: string,
  version: number,
  { policy, json }: PolicyDocument,
): Promise<PolicyRow> {
  const data = { ...columnsOf(policy, json), version, updatedAt: now() };
  return asRow(await tx.policy.update({ where: { id }, data }));
}

export async function insertVersion(
  tx: AuditedTx,
  version: { orgId: string; policyId: string; version: number; note: string; createdBy: string },
  document: JsonObject,
): Promise<void> {
  await tx.policyVersion.create({
    data: { ...version, document: document as Prisma.InputJsonObject, createdAt: now() },
  });
}

/** Null when it was archived before. */
export async function markArchived(tx: AuditedTx, id: string): Promise<PolicyRow | null> {
  const [row] = await tx.policy.updateManyAndReturn({
    where: { id, status: "published" },
    data: { status: "archived", updatedAt: now() },
  });
  return row ? asRow(row) : null;
}

const asRow = (row: Omit<PolicyRow, "status" | "document"> & { status: string; document: unknown }) =>
  row as PolicyRow;
