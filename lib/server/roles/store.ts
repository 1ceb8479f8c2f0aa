import "server-only";
import type { Permitted } from "@/lib/contracts/directory";
import type { Role } from "../db/generated/client";
import type { Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";

export interface RoleRow extends Omit<Role, "allows"> {
  allows: Permitted[];
}

const typed = (row: Role): RoleRow => ({ ...row, allows: row.allows as unknown as Permitted[] });

export async function findRole(tx: Tx, orgId: string, name: string): Promise<RoleRow | null> {
  const row = await tx.role.findUnique({ where: { orgId_name: { orgId, name } } });
  return row && typed(row);
}

export async function listRolesAfter(tx: Tx, after: string | null, take: number): Promise<RoleRow[]> {
  const rows = await tx.role.findMany({
    ...(after !== null && { where: { name: { gt: after } } }),
    orderBy: { name: "asc" },
    take,
  });
  return rows.map(typed);
}

export async function rolesNamed(tx: Tx, names: readonly string[]): Promise<Map<string, RoleRow>> {
  const rows = await tx.role.findMany({ where: { name: { in: [...names] } } });
  return new Map(rows.map((row) => [row.name, typed(row)]));
}

export type RoleFields = Pick<RoleRow, "displayName" | "description" | "permissions" | "allows">;

export async function insertRoles(
  tx: AuditedTx,
  orgId: string,
  roles: readonly (RoleFields & { name: string; builtIn: boolean })[],
): Promise<void> {
  await tx.role.createMany({
    data: roles.map((role) => ({
      ...role,
      orgId,
      allows: role.allows.map((allow) => ({ ...allow })) as never,
    })),
  });
}

export async function changeRole(
  tx: AuditedTx,
  orgId: string,
  name: string,
  fields: RoleFields,
): Promise<RoleRow> {
  const data = { ...fields, allows: fields.allows as never, updatedAt: new Date() };
  return typed(await tx.role.update({ where: { orgId_name: { orgId, name } }, data }));
}

export async function deleteRole(tx: AuditedTx, orgId: string, name: string): Promise<void> {
  await tx.role.delete({ where: { orgId_name: { orgId, name } } });
}

/** How many still need the role, by kind; published policies need it for their approvals. */
export async function countUses(tx: Tx, name: string): Promise<{ what: string; count: number }[]> {
  const members = await tx.member.count({ where: { status: "active", roles: { has: name } } });
  const agents = await tx.agent.count({ where: { roles: { has: name } } });
  const approvals = await tx.approval.count({ where: { state: "pending", approverRoles: { has: name } } });
  const [policies] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM policy
     WHERE status = 'published'
       AND jsonb_path_exists(document,
             '$.approval.** ? (@.approver_roles[*] == $name || @.escalate_to_roles[*] == $name)',
             jsonb_build_object('name', ${name}::text))`;
  return [
    { what: "people", count: members },
    { what: "agents", count: agents },
    { what: "pending approvals", count: approvals },
    { what: "policies", count: policies?.count ?? 0 },
  ].filter((use) => use.count > 0);
}

/** Roles of each active person: what is checked before somebody could lose the last key to the house. */
export async function rolesOfPeople(tx: Tx): Promise<string[][]> {
  const rows = await tx.member.findMany({ where: { status: "active" }, select: { roles: true } });
  return rows.map((row) => row.roles);
}
