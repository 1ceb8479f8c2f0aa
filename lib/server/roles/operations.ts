import "server-only";
import * as z from "zod";
import { BUILT_IN_ROLES, isPermission } from "@/lib/access";
import type { Page, PageQuery } from "@/lib/contracts/common";
import type { CreateRole, Permitted, Role, UpdateRole } from "@/lib/contracts/directory";
import { isNamePattern } from "@/lib/policy";
import { actorOf, type Caller } from "../caller";
import type { LedgerEvent } from "../db/ledger/events";
import { type AuditedTx, recordMutation, Unchanged } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { conflict, type Fault, invalid, notFound } from "../errors";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { assertMayGive, withoutLockOut } from "./non-escalation";
import {
  changeRole,
  countUses,
  deleteRole,
  findRole,
  insertRoles,
  listRolesAfter,
  type RoleFields,
  type RoleRow,
} from "./store";

const view = (row: RoleRow): Role => ({
  name: row.name,
  display_name: row.displayName,
  description: row.description,
  permissions: row.permissions,
  allows: row.allows,
  built_in: row.builtIn,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

export async function listRoles(caller: Caller, query: PageQuery): Promise<Page<Role>> {
  const after = decodeCursor(query.cursor, z.tuple([z.string()]));
  const rows = await withTenant(caller.organizationId, (tx) =>
    listRolesAfter(tx, after?.[0] ?? null, query.limit + 1),
  );
  return pageOf(rows, query.limit, (row) => [row.name], view);
}

/** @throws AppError not_found. */
export async function getRole(caller: Caller, name: string): Promise<Role> {
  const row = await withTenant(caller.organizationId, (tx) => findRole(tx, caller.organizationId, name));
  if (!row) throw notFound("role");
  return view(row);
}

/** @throws AppError invalid, forbidden (beyond what the caller holds), conflict (the name is taken). */
export async function createRole(caller: Caller, role: CreateRole): Promise<Role> {
  checkPowers(role);
  const organizationId = caller.organizationId;
  const made = await recordMutation(caller, roleEvent(caller, "created"), async (tx) => {
    if (await findRole(tx, organizationId, role.name))
      throw conflict(`The role ${role.name} exists already.`);
    await assertMayGive(caller, tx, role, false);
    const fields = {
      displayName: role.display_name,
      description: role.description,
      permissions: role.permissions,
      allows: role.allows,
    };
    await insertRoles(tx, organizationId, [{ ...fields, name: role.name, builtIn: false }]);
    return mustFind(tx, organizationId, role.name);
  });
  return view(made);
}

/**
 * Changes a role; for everybody who has it, from the next decision on.
 *
 * @throws AppError not_found, invalid, forbidden, conflict (nobody would be left who manages people and roles).
 */
export async function updateRole(caller: Caller, name: string, change: UpdateRole): Promise<Role> {
  checkPowers(change);
  const organizationId = caller.organizationId;
  const made = await recordMutation(caller, roleEvent(caller, "updated"), async (tx) => {
    const before = await mustFind(tx, organizationId, name);
    const fields = merged(before, change);
    if (JSON.stringify(fields) === JSON.stringify(merged(before, {}))) throw new Unchanged(before);
    await assertMayGive(caller, tx, fields, caller.roles.includes(name));
    return withoutLockOut(tx, () => changeRole(tx, organizationId, name, fields));
  });
  return view(made);
}

/** @throws AppError not_found, conflict (built in, or still in use). */
export async function removeRole(caller: Caller, name: string): Promise<void> {
  await recordMutation(caller, roleEvent(caller, "deleted"), async (tx) => {
    const row = await mustFind(tx, caller.organizationId, name);
    if (row.builtIn) throw conflict("A built-in role cannot be deleted.");
    const uses = await countUses(tx, name);
    if (uses.length > 0) {
      const list = uses.map((use) => `${use.count} ${use.what}`).join(", ");
      throw conflict(`The role ${name} is still in use: ${list}. Take it away there first.`);
    }
    await deleteRole(tx, caller.organizationId, name);
    return row;
  });
}

/** Gives a new organization the roles it starts with; for its own creation only. */
export async function insertBuiltInRoles(tx: AuditedTx, organizationId: string): Promise<void> {
  await insertRoles(
    tx,
    organizationId,
    BUILT_IN_ROLES.map((role) => ({
      name: role.name,
      displayName: role.displayName,
      description: role.description,
      permissions: [...role.permissions],
      allows: role.allows.map(({ actions, resource_types }) => ({
        actions: [...actions],
        ...(resource_types && { resource_types: [...resource_types] }),
      })),
      builtIn: true,
    })),
  );
}

function merged(row: RoleRow, change: UpdateRole): RoleFields {
  return {
    displayName: change.display_name ?? row.displayName,
    description: change.description ?? row.description,
    permissions: change.permissions ?? row.permissions,
    allows: change.allows ?? row.allows,
  };
}

async function mustFind(tx: AuditedTx, organizationId: string, name: string): Promise<RoleRow> {
  const row = await findRole(tx, organizationId, name);
  if (!row) throw notFound("role");
  return row;
}

const roleEvent =
  (caller: Caller, change: "created" | "updated" | "deleted") =>
  (role: RoleRow): LedgerEvent => ({
    id: newId("evt"),
    type: "role.changed",
    actor: actorOf(caller),
    data: {
      change,
      role: role.name,
      display_name: role.displayName,
      permissions: role.permissions,
      allows: role.allows.map(({ actions, resource_types }) => ({
        actions,
        ...(resource_types && { resource_types }),
      })),
    },
  });

function checkPowers(role: { permissions?: string[] | undefined; allows?: Permitted[] | undefined }): void {
  const faults: Fault[] = [];
  role.permissions?.forEach((name, index) => {
    if (!isPermission(name))
      faults.push({
        pointer: `/permissions/${index}`,
        message: `There is no permission ${name}.`,
        code: "no_permission",
        params: { name },
      });
  });
  const patterns = (list: readonly string[] | undefined, pointer: string) =>
    list?.forEach((pattern, index) => {
      if (!isNamePattern(pattern))
        faults.push({
          pointer: `${pointer}/${index}`,
          message: 'A pattern is dotted segments, each a word or "*".',
          code: "name_pattern",
        });
    });
  role.allows?.forEach((allow, index) => {
    patterns(allow.actions, `/allows/${index}/actions`);
    patterns(allow.resource_types, `/allows/${index}/resource_types`);
  });
  if (faults[0]) throw invalid(faults[0].message, faults);
}
