import type { JsonValue } from "@/lib/policy";

const keys = new WeakMap<object, string>();
let made = 0;

/**
 * A name for a node that stays with it while it is edited and moved, so that React keeps its controls and the focus in
 * them. `true` and `false` have no identity: they are named by their place.
 */
export function nodeKey(json: JsonValue, index: number): string {
  if (typeof json !== "object" || json === null) return `at-${index}`;
  const known = keys.get(json);
  if (known !== undefined) return known;
  made += 1;
  const key = `node-${made}`;
  keys.set(json, key);
  return key;
}

/** The changed node, under the name of the one it replaces. */
export function keepNodeKey(before: JsonValue, after: JsonValue): JsonValue {
  if (typeof before === "object" && before !== null && typeof after === "object" && after !== null) {
    keys.set(after, nodeKey(before, 0));
  }
  return after;
}
