import "server-only";
import type { Attributes } from "@/lib/contracts/common";
import type { ListGrantsQuery } from "@/lib/contracts/directory";
import type { JitGrant, Prisma } from "../db/generated/client";
import { pool } from "../db/pool";
import type { Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";

export type GrantResource = { type: string; id?: string; attrs?: Attributes };
export type GrantRow = Omit<JitGrant, "resource"> & { resource: GrantResource };

const typed = (row: JitGrant): GrantRow => ({ ...row, resource: row.resource as unknown as GrantResource });

export async function findGrant(tx: Tx, id: string): Promise<GrantRow | null> {
  const row = await tx.jitGrant.findUnique({ where: { id } });
  return row && typed(row);
}

/** Newest first. */
export async function listGrantsBefore(
  tx: Tx,
  query: ListGrantsQuery,
  before: string | null,
  now: Date,
): Promise<GrantRow[]> {
  const ended: Prisma.JitGrantWhereInput = { OR: [{ endedAt: { not: null } }, { expiresAt: { lte: now } }] };
  const states = {
    live: { endedAt: null, expiresAt: { gt: now } },
    ended,
    to_review: { ...ended, reviewedAt: null },
  } satisfies Record<string, Prisma.JitGrantWhereInput>;
  const rows = await tx.jitGrant.findMany({
    where: { AND: [query.state ? states[query.state] : {}, before !== null ? { id: { lt: before } } : {}] },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  return rows.map(typed);
}

export async function insertGrant(
  tx: AuditedTx,
  grant: Pick<
    GrantRow,
    | "id"
    | "orgId"
    | "subjectType"
    | "subjectId"
    | "actions"
    | "resource"
    | "justification"
    | "ticketUrl"
    | "takenBy"
    | "createdAt"
    | "expiresAt"
  >,
): Promise<GrantRow> {
  return typed(await tx.jitGrant.create({ data: { ...grant, resource: grant.resource as never } }));
}

/** Ends a live grant; null when it is not live any more. */
export async function endGrant(
  tx: AuditedTx,
  id: string,
  endedBy: string,
  now: Date,
): Promise<GrantRow | null> {
  const [row] = await tx.jitGrant.updateManyAndReturn({
    where: { id, endedAt: null, expiresAt: { gt: now } },
    data: { endedAt: now, endedBy },
  });
  return row ? typed(row) : null;
}

/** Closes the review of a grant that has ended; null when it is closed already or the grant is live. */
export async function closeReview(
  tx: AuditedTx,
  id: string,
  review: { reviewedBy: string; finding: string },
  now: Date,
): Promise<GrantRow | null> {
  const [row] = await tx.jitGrant.updateManyAndReturn({
    where: { id, reviewedAt: null, OR: [{ endedAt: { not: null } }, { expiresAt: { lte: now } }] },
    data: { ...review, reviewedAt: now },
  });
  return row ? typed(row) : null;
}

/** Grants whose time has run out without a word in the log, of every organization. */
export async function listDueGrants(
  now: Date,
  limit: number,
): Promise<{ organizationId: string; id: string }[]> {
  const { rows } = await pool().query<{ organizationId: string; id: string }>(
    `SELECT org_id AS "organizationId", id FROM list_due_grants($1, $2)`,
    [now, limit],
  );
  return rows;
}

/** Notes that a grant ran out; null when it has been noted or was ended before. */
export async function markExpired(tx: AuditedTx, id: string, now: Date): Promise<GrantRow | null> {
  const [row] = await tx.jitGrant.updateManyAndReturn({
    where: { id, endedAt: null, expiryRecorded: false, expiresAt: { lte: now } },
    data: { expiryRecorded: true },
  });
  return row ? typed(row) : null;
}
