import "server-only";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Attributes, Page } from "@/lib/contracts/common";
import type { CreateMember, ListMembersQuery, Member, UpdateMember } from "@/lib/contracts/directory";
import type { Caller } from "../caller";
import type { LedgerEvent } from "../db/ledger/events";
import type { Tx } from "../db/prisma";
import { type AuditedTx, recordMutation, Unchanged } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { conflict, invalid, notFound } from "../errors";
import { hashPassword } from "../identity";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { assertMayGive, getRoles, powersOf, withoutLockOut } from "../roles";
import { joined, removed, rolesChanged, updated } from "./events";

import {
  changeMember,
  countMemberships,
  findMember,
  findUserByEmail,
  insertMember,
  insertUser,
  isActiveMember,
  listMembersAfter,
  type MemberRow,
  renameUser,
  revokeSessions,
  setPassword,
} from "./store";

const view = (row: MemberRow): Member => ({
  id: row.id,
  user_id: row.userId,
  email: row.user.email,
  name: row.user.name,
  title: row.title,
  status: row.status as Member["status"],
  roles: row.roles,
  attrs: row.attrs as Attributes,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

export async function listMembers(caller: Caller, query: ListMembersQuery): Promise<Page<Member>> {
  const after = decodeCursor(query.cursor, z.tuple([z.string()]));
  const rows = await withTenant(caller.organizationId, (tx) =>
    listMembersAfter(tx, query, after?.[0] ?? null),
  );
  return pageOf(rows, query.limit, (row) => [row.id], view);
}

/** @param id of the membership or of the user. @throws AppError not_found. */
export async function getMember(caller: Caller, id: string): Promise<Member> {
  return view(await withTenant(caller.organizationId, (tx) => mustFind(tx, id)));
}

/**
 * Adds a person, or takes a removed one back. Somebody whom another organization knows already keeps their name and
 * their password.
 *
 * @throws AppError invalid, forbidden (roles beyond what the caller holds), conflict (is here already).
 */
export async function createMember(caller: Caller, person: CreateMember): Promise<Member> {
  // A hash takes a tenth of a second of work: outside the transaction, which holds the chain's lock.
  const passwordHash = person.password === undefined ? null : await hashPassword(person.password);
  const row = await recordMutation(
    caller,
    (made: MemberRow) => joined(caller, made),
    async (tx) => {
      const roles = await getRoles(tx, person.roles, "/roles");
      await assertMayGive(caller, tx, powersOf(roles.values()), false);
      const userId = await resolveUser(tx, person, passwordHash);
      const before = await findMember(tx, userId);
      if (before?.status === "active") throw conflict("This person is a member already.");
      const fields = { title: person.title, roles: [...new Set(person.roles)], attrs: person.attrs };
      return before
        ? changeMember(tx, before.id, { ...fields, status: "active" })
        : insertMember(tx, { id: newId("mem"), orgId: caller.organizationId, userId }, fields);
    },
  );
  return view(row);
}

async function resolveUser(
  tx: AuditedTx,
  person: CreateMember,
  passwordHash: string | null,
): Promise<string> {
  const known = await findUserByEmail(tx, person.email);
  if (!known) {
    const id = newId("usr");
    await insertUser(tx, { id, email: person.email, name: person.name, passwordHash });
    return id;
  }
  if (passwordHash !== null) {
    if (known.has_password || (await countMemberships(tx, known.id)) > 0)
      throw conflict("This person has a sign-in already. Leave the password out.");
    await setPassword(tx, known.id, passwordHash);
  }
  return known.id;
}

/**
 * Changes a person; roles that are added may not go beyond what the caller holds.
 *
 * @throws AppError not_found, invalid, forbidden, conflict (nobody would be left who manages people and roles).
 */
export async function updateMember(caller: Caller, id: string, change: UpdateMember): Promise<Member> {
  const { row } = await recordMutation(
    caller,
    ({ events }: { row: MemberRow; events: [LedgerEvent, ...LedgerEvent[]] }) => events,
    async (tx) => {
      const before = await mustFind(tx, id);
      if (before.status !== "active") throw conflict("This person was removed. Add them again.");
      const changed = changedFields(before, change);
      if (changed.length === 0) throw new Unchanged({ row: before, events: [] });
      if (change.roles && changed.includes("roles")) await checkRoles(caller, tx, before, change.roles);
      if (change.name !== undefined && changed.includes("name")) await rename(tx, before, change.name);
      const { name: _, roles, ...fields } = change;
      const row = await withoutLockOut(tx, () =>
        changeMember(tx, before.id, {
          ...(fields.title !== undefined && { title: fields.title }),
          ...(fields.attrs !== undefined && { attrs: fields.attrs }),
          ...(roles !== undefined && { roles: [...new Set(roles)] }),
        }),
      );
      const others = changed.filter((name) => name !== "roles");
      const events = [
        ...(changed.includes("roles") ? [rolesChanged(caller, row, before.roles)] : []),
        ...(others.length > 0 ? [updated(caller, row, others)] : []),
      ];
      return { row, events: events as [LedgerEvent, ...LedgerEvent[]] };
    },
  );
  return view(row);
}

function changedFields(before: MemberRow, change: UpdateMember): (keyof UpdateMember)[] {
  const now = { name: before.user.name, title: before.title, roles: before.roles, attrs: before.attrs };
  return (Object.keys(now) as (keyof UpdateMember)[]).filter(
    (name) => change[name] !== undefined && !isDeepStrictEqual(change[name], now[name]),
  );
}

async function checkRoles(caller: Caller, tx: Tx, before: MemberRow, wanted: string[]): Promise<void> {
  const roles = await getRoles(tx, wanted, "/roles");
  const added = [...roles.values()].filter((role) => !before.roles.includes(role.name));
  await assertMayGive(caller, tx, powersOf(added), caller.kind === "user" && caller.id === before.userId);
}

async function rename(tx: AuditedTx, before: MemberRow, name: string): Promise<void> {
  if ((await countMemberships(tx, before.userId)) > 1)
    throw conflict("This person belongs to another organization too, so only they can change their name.");
  await renameUser(tx, before.userId, name);
}

/** Removes a person and ends their sessions. @throws AppError not_found, conflict (the last who manages people). */
export async function removeMember(caller: Caller, id: string): Promise<Member> {
  const row = await recordMutation(
    caller,
    (gone: MemberRow) => removed(caller, gone),
    async (tx) => {
      const before = await mustFind(tx, id);
      if (before.status === "removed") throw new Unchanged(before);
      await revokeSessions(tx, before.userId);
      return withoutLockOut(tx, () => changeMember(tx, before.id, { status: "removed" }));
    },
  );
  return view(row);
}

/** @throws AppError invalid at `pointer` unless this user is an active member. */
export async function assertActiveMember(tx: Tx, userId: string, pointer: string): Promise<void> {
  if (await isActiveMember(tx, userId)) return;
  const message = "This is no active member of the organization.";
  throw invalid(message, [{ pointer, message, code: "no_active_member" }]);
}

async function mustFind(tx: Tx, id: string): Promise<MemberRow> {
  const row = await findMember(tx, id);
  if (!row) throw notFound("person");
  return row;
}
