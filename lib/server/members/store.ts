import "server-only";
import type { Attributes } from "@/lib/contracts/common";
import type { ListMembersQuery } from "@/lib/contracts/directory";
import type { Member, Prisma, User } from "../db/generated/client";
import type { Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";

export type MemberRow = Member & { user: Pick<User, "name" | "email"> };
const user = { select: { name: true, email: true } } as const;

/** By the id of the membership or of the user. */
export function findMember(tx: Tx, id: string): Promise<MemberRow | null> {
  return tx.member.findFirst({ where: { OR: [{ id }, { userId: id }] }, include: { user } });
}

export function listMembersAfter(
  tx: Tx,
  query: ListMembersQuery,
  after: string | null,
): Promise<MemberRow[]> {
  const contains = { contains: query.search ?? "", mode: "insensitive" as const };
  return tx.member.findMany({
    where: {
      status: query.status,
      ...(query.search && { user: { OR: [{ name: contains }, { email: contains }] } }),
      ...(after !== null && { id: { gt: after } }),
    },
    include: { user },
    orderBy: { id: "asc" },
    take: query.limit + 1,
  });
}

export async function isActiveMember(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.member.count({ where: { userId, status: "active" } })) > 0;
}

/** People are found by e-mail address whatever its capitals, in whichever organization they are. */
export async function findUserByEmail(tx: Tx, email: string) {
  const [found] = await tx.$queryRaw<{ id: string; has_password: boolean; name: string }[]>`
    SELECT id, name, password_hash IS NOT NULL AS has_password FROM users WHERE lower(email) = lower(${email})`;
  return found ?? null;
}

export async function countMemberships(tx: Tx, userId: string): Promise<number> {
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM list_memberships(${userId})`;
  return row?.count ?? 0;
}

export async function insertUser(
  tx: AuditedTx,
  user: { id: string; email: string; name: string; passwordHash: string | null },
): Promise<void> {
  await tx.user.create({ data: user });
}

export async function setPassword(tx: AuditedTx, userId: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash, updatedAt: new Date() } });
}

export async function renameUser(tx: AuditedTx, userId: string, name: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { name, updatedAt: new Date() } });
}

export interface MemberFields {
  title: string;
  roles: string[];
  attrs: Attributes;
}

export function insertMember(
  tx: AuditedTx,
  ids: { id: string; orgId: string; userId: string },
  fields: MemberFields,
): Promise<MemberRow> {
  return tx.member.create({
    data: { ...ids, ...fields, attrs: fields.attrs as Prisma.InputJsonObject },
    include: { user },
  });
}

export function changeMember(
  tx: AuditedTx,
  id: string,
  fields: Partial<MemberFields> & { status?: "active" | "removed" },
): Promise<MemberRow> {
  const { attrs, ...rest } = fields;
  return tx.member.update({
    where: { id },
    data: { ...rest, ...(attrs && { attrs: attrs as Prisma.InputJsonObject }), updatedAt: new Date() },
    include: { user },
  });
}

/** Whoever is removed is signed out everywhere, in the same transaction. */
export async function revokeSessions(tx: AuditedTx, userId: string): Promise<void> {
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
}
