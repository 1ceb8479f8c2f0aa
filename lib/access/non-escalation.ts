import type { Permission } from "./permissions";

/**
 * The permissions in `wanted` that the giver does not hold. Nobody hands out more than they have: a role, a key or a
 * membership may be made or changed only when this is empty.
 */
export function beyond(held: ReadonlySet<string>, wanted: Iterable<string>): string[] {
  return [...new Set(wanted)].filter((permission) => !held.has(permission)).sort();
}

/** The permissions that a set of roles holds together. */
export function permissionsOf(
  roles: Iterable<string>,
  definitions: ReadonlyMap<string, { permissions: readonly string[] }>,
): Set<Permission> {
  const held = new Set<Permission>();
  for (const name of roles) {
    for (const permission of definitions.get(name)?.permissions ?? []) held.add(permission as Permission);
  }
  return held;
}
