import { FALSE, type Kleene, kleeneOf, TRUE, UNKNOWN } from "./kleene";

/**
 * JSON equality in three values: null equals only null and compares with everything; lists pairwise; two
 * objects, or values of different types, are unknown. A number that is not finite is of no type.
 */
export function equalValues(a: unknown, b: unknown): Kleene {
  if (a === null || b === null) return kleeneOf(a === b);
  switch (typeof a) {
    case "string":
    case "boolean":
      return typeof b === typeof a ? kleeneOf(a === b) : UNKNOWN;
    case "number":
      return Number.isFinite(a) && Number.isFinite(b) ? kleeneOf(a === b) : UNKNOWN;
    default:
      return Array.isArray(a) && Array.isArray(b) ? equalLists(a, b) : UNKNOWN;
  }
}

function equalLists(a: readonly unknown[], b: readonly unknown[]): Kleene {
  if (a.length !== b.length) return FALSE;
  let least: Kleene = TRUE;
  for (let index = 0; index < a.length; index += 1) {
    const value = equalValues(a[index], b[index]);
    if (value === FALSE) return FALSE;
    if (value < least) least = value;
  }
  return least;
}

/** `or` over the equality with each member; unknown where the list is none. */
export function isMemberOf(value: unknown, list: unknown): Kleene {
  if (!Array.isArray(list)) return UNKNOWN;
  let most: Kleene = FALSE;
  for (const member of list) {
    const equal = equalValues(value, member);
    if (equal === TRUE) return TRUE;
    if (equal > most) most = equal;
  }
  return most;
}

/** `or` over the membership of each member of the first list in the second. */
export function haveCommonMember(a: unknown, b: unknown): Kleene {
  if (!Array.isArray(a) || !Array.isArray(b)) return UNKNOWN;
  let most: Kleene = FALSE;
  for (const member of a) {
    const found = isMemberOf(member, b);
    if (found === TRUE) return TRUE;
    if (found > most) most = found;
  }
  return most;
}

/** `and` over the membership of each member of the first list in the second. */
export function isSubset(a: unknown, b: unknown): Kleene {
  if (!Array.isArray(a) || !Array.isArray(b)) return UNKNOWN;
  let least: Kleene = TRUE;
  for (const member of a) {
    const found = isMemberOf(member, b);
    if (found === FALSE) return FALSE;
    if (found < least) least = found;
  }
  return least;
}

/**
 * Membership in a list that is known beforehand, by hash. Gives what `isMemberOf` gives: a value that is not
 * found is false if every member other than null is of its type, else unknown.
 */
export function membershipIn(list: readonly unknown[]): (value: unknown) => Kleene {
  const members = new Set(list);
  const types = new Set(list.filter((member) => member !== null).map((member) => typeof member));
  const absent = (type: string): Kleene =>
    types.size === 0 || (types.size === 1 && types.has(type as "string")) ? FALSE : UNKNOWN;
  const absentString = absent("string");
  const absentNumber = absent("number");
  const absentBoolean = absent("boolean");
  const other: Kleene = types.size === 0 ? FALSE : UNKNOWN;
  const holdsNull = kleeneOf(members.has(null));
  return (value) => {
    if (value === null) return holdsNull;
    switch (typeof value) {
      case "string":
        return members.has(value) ? TRUE : absentString;
      case "number":
        return Number.isFinite(value) ? (members.has(value) ? TRUE : absentNumber) : other;
      case "boolean":
        return members.has(value) ? TRUE : absentBoolean;
      default:
        return other;
    }
  };
}
