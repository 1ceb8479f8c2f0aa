import { DEFAULT_PRIORITY } from "./limits";
import type { Effect, IdentifiedPolicy, OnUnknown, Policy } from "./types";

const EFFECT_RANK: { readonly [E in Effect]: number } = { deny: 0, require_approval: 1, allow: 2 };

/**
 * The order in which policies are looked at: priority, then deny before require_approval before allow, then
 * id as UTF-8 bytes.
 * @returns a negative number where `a` comes first, as for `Array.prototype.sort`
 */
export function comparePolicies(a: IdentifiedPolicy, b: IdentifiedPolicy): number {
  return (
    (a.priority ?? DEFAULT_PRIORITY) - (b.priority ?? DEFAULT_PRIORITY) ||
    EFFECT_RANK[a.effect] - EFFECT_RANK[b.effect] ||
    compareAsBytes(a.id, b.id)
  );
}

/**
 * Orders strings as their UTF-8 bytes would be. UTF-8 keeps the order of code points; UTF-16, which `<`
 * compares, does not: surrogates (above U+FFFF) sort before U+E000 to U+FFFF.
 */
export function compareAsBytes(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

/** Moves surrogates behind every other code unit. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** What an unknown condition does to a policy: as it says, else closed for its effect. */
export function onUnknown(policy: Policy): OnUnknown {
  return policy.unknown ?? (policy.effect === "allow" ? "no_match" : "match");
}
