import "server-only";
import { allowancesBeyond, beyond, permissionsOf } from "@/lib/access";
import type { Permitted } from "@/lib/contracts/directory";
import type { Caller } from "../caller";
import type { Tx } from "../db/prisma";
import { conflict, type Fault, forbidden, invalid } from "../errors";
import { type RoleRow, rolesNamed, rolesOfPeople } from "./store";

/**
 * Administrators hand these out without holding them: who runs Kynara does not decide about patients, and still has to
 * name those who do. Nobody hands them to themselves.
 */
const HANDED_OUT: ReadonlySet<string> = new Set(["approvals.vote"]);

export interface Powers {
  permissions: readonly string[];
  allows: readonly Permitted[];
}

/**
 * Refuses to give away more than the giver holds. The deployment itself, at set-up, gives what it likes.
 *
 * @param toSelf whether the giver would gain by it.
 * @throws AppError forbidden naming what is beyond.
 */
export async function assertMayGive(caller: Caller, tx: Tx, wanted: Powers, toSelf: boolean): Promise<void> {
  if (caller.kind === "system") return;
  const permissions = beyond(caller.permissions, wanted.permissions).filter(
    (name) => toSelf || !HANDED_OUT.has(name),
  );
  if (permissions.length > 0) throw beyondYours(`the permissions ${permissions.join(", ")}`);
  if (caller.kind !== "user" || wanted.allows.length === 0) return;
  const actions = allowancesBeyond(await allowsOf(tx, caller.roles), wanted.allows);
  if (actions.length > 0) throw beyondYours(`the actions ${actions.join(", ")}`);
}

/** Which actions on which resource types these roles permit together. */
export async function allowsOf(tx: Tx, roles: readonly string[]): Promise<Permitted[]> {
  return [...(await rolesNamed(tx, roles)).values()].flatMap((role) => role.allows);
}

const beyondYours = (what: string) =>
  forbidden(`Nobody gives more than they hold, and you do not hold ${what}.`);

/** One fault for each name that is no role here. */
export async function rolesMissing(
  tx: Tx,
  named: readonly { pointer: string; name: string }[],
): Promise<Fault[]> {
  if (named.length === 0) return [];
  const found = await rolesNamed(tx, [...new Set(named.map(({ name }) => name))]);
  return named
    .filter(({ name }) => !found.has(name))
    .map(({ pointer, name }) => ({
      pointer,
      message: `There is no role ${name}.`,
      code: "no_role",
      params: { name },
    }));
}

/** The roles of these names. @throws AppError invalid with the place of each name that is no role here. */
export async function getRoles(
  tx: Tx,
  names: readonly string[],
  pointer: string,
): Promise<Map<string, RoleRow>> {
  const faults = await rolesMissing(
    tx,
    names.map((name, index) => ({ pointer: `${pointer}/${index}`, name })),
  );
  if (faults[0]) throw invalid(faults[0].message, faults);
  return rolesNamed(tx, names);
}

/** What roles give together. */
export const powersOf = (roles: Iterable<RoleRow>): Powers => {
  const list = [...roles];
  return {
    permissions: list.flatMap((role) => role.permissions),
    allows: list.flatMap((role) => role.allows),
  };
};

const KEYS_TO_THE_HOUSE = ["roles.write", "members.write"] as const;

/**
 * Makes a change and refuses it when it would leave nobody who may manage people and roles. What was missing before
 * does not stop a change.
 */
export async function withoutLockOut<T>(tx: Tx, change: () => Promise<T>): Promise<T> {
  const before = await keysHeld(tx);
  const result = await change();
  const after = await keysHeld(tx);
  const lost = KEYS_TO_THE_HOUSE.filter((name) => before.has(name) && !after.has(name));
  if (lost.length > 0) {
    throw conflict(`Nobody would be left who holds ${lost.join(" and ")}. Give it to somebody else first.`);
  }
  return result;
}

async function keysHeld(tx: Tx): Promise<ReadonlySet<string>> {
  const roles = (await rolesOfPeople(tx)).flat();
  return permissionsOf(roles, await rolesNamed(tx, [...new Set(roles)]));
}
