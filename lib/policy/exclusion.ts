import { findGuards, type Guard } from "./guard";
import { onUnknown } from "./policy-order";
import type { Policy } from "./types";

/**
 * Whether the conditions of two policies rule each other out: whatever the request, at most one of the two matches.
 * A proof, not a guess: false says only that none was found. Actions and resource types are not looked at.
 */
export function conditionsExclude(one: Policy, other: Policy): boolean {
  return excludes(one, other) || excludes(other, one);
}

/**
 * A policy that does not match on unknown matches only where its condition is true, and so only where each of its
 * guards has one of its values: there, a guard of the other over other values of the same type makes that one false.
 */
function excludes(certain: Policy, other: Policy): boolean {
  if (certain.condition === false) return true;
  if (certain.condition === undefined || onUnknown(certain) !== "no_match") return false;
  const guards = findGuards(certain.condition);
  return findGuards(other.condition ?? true).some((guard) =>
    guards.some((own) => own.mode === "is" && own.key === guard.key && areApart(own, guard)),
  );
}

function areApart(one: Guard, other: Guard): boolean {
  const comparable = one.type === other.type || one.values.every((value) => value === null);
  return comparable && one.values.every((value) => !other.values.includes(value));
}
