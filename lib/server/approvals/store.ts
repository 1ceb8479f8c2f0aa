import "server-only";
import type { ApprovalState } from "@/lib/contracts/approvals";
import type { ApprovalTerms } from "@/lib/policy";
import type { Prisma, Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";
import { newId } from "../ids";
import type { ApprovalRecord, BoundRequest } from "./record";

const WITH_VOTES = {
  votes: { orderBy: { id: "asc" } },
  comments: { orderBy: { id: "asc" } },
} as const satisfies Prisma.ApprovalInclude;
type Row = Prisma.ApprovalGetPayload<{ include: typeof WITH_VOTES }>;

function recordOf(row: Row): ApprovalRecord {
  return {
    ...row,
    organizationId: row.orgId,
    state: row.state as ApprovalState,
    request: row.request as unknown as BoundRequest,
    terms: row.requirement as unknown as ApprovalTerms,
    votes: row.votes.map((vote) => ({ ...vote, vote: vote.vote as "approve" | "deny" })),
  };
}

export async function findApproval(tx: Tx, id: string): Promise<ApprovalRecord | null> {
  const row = await tx.approval.findUnique({ where: { id }, include: WITH_VOTES });
  return row && recordOf(row);
}

/** The request that already waits for the same thing. */
export async function findPending(
  tx: Tx,
  organizationId: string,
  binding: Buffer,
): Promise<ApprovalRecord | null> {
  const row = await tx.approval.findFirst({
    where: { orgId: organizationId, binding: bytes(binding), state: "pending" },
    include: WITH_VOTES,
  });
  return row && recordOf(row);
}

export interface NewApproval
  extends Pick<
    ApprovalRecord,
    | "organizationId"
    | "policyId"
    | "policyVersion"
    | "decisionId"
    | "subjectType"
    | "subjectId"
    | "principalId"
    | "action"
    | "resourceType"
    | "resourceId"
    | "request"
    | "terms"
    | "usesLeft"
    | "createdAt"
    | "expiresAt"
  > {
  binding: Buffer;
  escalateAt: Date | null;
}

export async function insertApproval(tx: AuditedTx, given: NewApproval): Promise<ApprovalRecord> {
  const { organizationId, binding, request, terms, ...rest } = given;
  const row = await tx.approval.create({
    data: {
      ...rest,
      id: newId("apr"),
      orgId: organizationId,
      binding: bytes(binding),
      request: request as unknown as Prisma.InputJsonObject,
      requirement: terms as unknown as Prisma.InputJsonObject,
      approverRoles: [...(terms.stages[0]?.approver_roles ?? [])],
    },
    include: WITH_VOTES,
  });
  await announce(tx, organizationId, row.id, "pending");
  return recordOf(row);
}

/**
 * Moves an approval on, in one conditional write: false when someone else was first or its time is over.
 *
 * @param now null where an expiry must not stand in the way (the expiry itself).
 */
export async function advanceApproval(
  tx: AuditedTx,
  approval: Pick<ApprovalRecord, "id" | "organizationId">,
  from: { states: ApprovalState[]; unexpiredAt: Date | null; stage?: number },
  change: Prisma.ApprovalUpdateManyMutationInput & { state?: ApprovalState },
): Promise<boolean> {
  const { count } = await tx.approval.updateMany({
    where: {
      id: approval.id,
      state: { in: from.states },
      ...(from.unexpiredAt && { expiresAt: { gt: from.unexpiredAt } }),
      ...(from.stage !== undefined && { stage: from.stage }),
    },
    data: change,
  });
  if (count === 0) return false;
  await announce(tx, approval.organizationId, approval.id, change.state ?? "pending");
  return true;
}

/** Takes one use of an approved request: null when none is left, or it is not approved or not in time any more. */
export async function takeUse(tx: AuditedTx, approval: ApprovalRecord, now: Date): Promise<number | null> {
  const rows = await tx.$queryRaw<{ uses_left: number; state: ApprovalState }[]>`
    UPDATE approval SET uses_left = uses_left - 1, state = CASE WHEN uses_left = 1 THEN 'consumed' ELSE state END
     WHERE id = ${approval.id} AND state = 'approved' AND uses_left > 0 AND expires_at > ${now}
    RETURNING uses_left, state`;
  const row = rows[0];
  if (!row) return null;
  await announce(tx, approval.organizationId, approval.id, row.state);
  return row.uses_left;
}

/** False when this person has voted before: a vote is final. */
export async function insertVote(
  tx: AuditedTx,
  approval: ApprovalRecord,
  vote: { userId: string; vote: "approve" | "deny"; reason: string; createdAt: Date },
): Promise<boolean> {
  const { count } = await tx.approvalVote.createMany({
    data: [
      {
        id: newId("vot"),
        orgId: approval.organizationId,
        approvalId: approval.id,
        stage: approval.stage,
        ...vote,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function insertComment(
  tx: AuditedTx,
  approval: ApprovalRecord,
  userId: string,
  body: string,
): Promise<string> {
  const id = newId("cmt");
  await tx.approvalComment.create({
    data: { id, orgId: approval.organizationId, approvalId: approval.id, userId, body },
  });
  await announce(tx, approval.organizationId, approval.id, approval.state);
  return id;
}

export interface ApprovalFilter {
  states: ApprovalState[] | null;
  subjectId: string | null;
  /** Only what may be decided by somebody with one of these roles. */
  roles: readonly string[] | null;
  /** Without what this person has voted on. */
  notVotedBy: string | null;
  unexpiredAt: Date | null;
}

const whereOf = (organizationId: string, filter: ApprovalFilter): Prisma.ApprovalWhereInput => ({
  orgId: organizationId,
  ...(filter.states && { state: { in: filter.states } }),
  ...(filter.subjectId && { subjectId: filter.subjectId }),
  ...(filter.unexpiredAt && { expiresAt: { gt: filter.unexpiredAt } }),
  ...(filter.roles && {
    OR: [{ approverRoles: { hasSome: [...filter.roles] } }, { approverRoles: { isEmpty: true } }],
  }),
  ...(filter.notVotedBy && { votes: { none: { userId: filter.notVotedBy } } }),
});

/** Newest first: ids are time-ordered. */
export async function listApprovalRecords(
  tx: Tx,
  organizationId: string,
  filter: ApprovalFilter,
  before: string | null,
  limit: number,
): Promise<ApprovalRecord[]> {
  const rows = await tx.approval.findMany({
    where: { ...whereOf(organizationId, filter), ...(before && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: limit,
    include: WITH_VOTES,
  });
  return rows.map(recordOf);
}

export interface DueApproval {
  org_id: string;
  id: string;
  what: "expire" | "escalate";
}

export function listDueApprovals(tx: Tx, now: Date, limit: number): Promise<DueApproval[]> {
  return tx.$queryRaw<DueApproval[]>`SELECT org_id, id, what FROM list_due_approvals(${now}, ${limit}::int)`;
}

export interface DirectoryEntry {
  displayName: string;
  attrs: Record<string, unknown>;
}

/** What the directory says of the resources of these approvals, by "type id". */
export async function findResources(
  tx: Tx,
  organizationId: string,
  approvals: readonly ApprovalRecord[],
): Promise<Map<string, DirectoryEntry>> {
  const named = approvals.filter((approval) => approval.resourceId !== "");
  if (named.length === 0) return new Map();
  const rows = await tx.entity.findMany({
    where: {
      orgId: organizationId,
      kind: "resource",
      OR: named.map((approval) => ({ type: approval.resourceType, id: approval.resourceId })),
    },
  });
  return new Map(
    rows.map((row) => [
      `${row.type} ${row.id}`,
      { displayName: row.displayName, attrs: row.attrs as Record<string, unknown> },
    ]),
  );
}

/** Told to every process when the transaction commits: waiting agents and open inboxes look again. */
async function announce(
  tx: AuditedTx,
  organizationId: string,
  id: string,
  state: ApprovalState,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('kynara_approval', ${`${organizationId} ${id} ${state}`})`;
}

const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
