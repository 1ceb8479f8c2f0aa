import type { JsonValue } from "@/lib/policy";
import { type BuilderNode, readNode } from "../document/builder-node";
import { asOne } from "../document/group-edits";

/** What the place of a node lets it do. */
export interface NodePlace {
  /** Within the list that it stands in; null at the top and within "not". */
  readonly onMove: ((by: -1 | 1) => void) | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Into the group that stands above (-1) or below it; null where there is none. */
  readonly onMoveInto: { readonly [by in "-1" | "1"]: (() => void) | null };
  /** Behind the group that it stands in. */
  readonly onMoveOut: (() => void) | null;
  /** Puts these in its place, none to remove it, and the focus on one of them; null leaves the focus to the list. */
  readonly onReplaceWith: (nodes: readonly JsonValue[], focus: JsonValue | null) => void;
}

export const NODE_ACTIONS = [
  "moveUp",
  "moveDown",
  "moveIn",
  "moveInBelow",
  "moveOut",
  "negate",
  "affirm",
  "wrap",
  "dissolve",
  "duplicate",
  "remove",
] as const;
export type NodeAction = (typeof NODE_ACTIONS)[number];

/** Everything that can be done with a node where it stands; null for what cannot. Menu and keys do the same. */
export function nodeActions(
  json: JsonValue,
  place: NodePlace,
): Readonly<Record<NodeAction, (() => void) | null>> {
  const node = readNode(json);
  const put = (next: JsonValue) => () => place.onReplaceWith([next], next);
  const wrapped: JsonValue = { op: "and", args: [json] };
  return {
    moveUp: place.onMove && !place.isFirst ? () => place.onMove?.(-1) : null,
    moveDown: place.onMove && !place.isLast ? () => place.onMove?.(1) : null,
    moveIn: place.onMoveInto["-1"],
    moveInBelow: place.onMoveInto["1"],
    moveOut: place.onMoveOut,
    negate: isNot(node) ? null : put({ op: "not", args: [json] }),
    affirm: affirmed(node) === undefined ? null : put(affirmed(node) as JsonValue),
    wrap: put(wrapped),
    dissolve: dissolveOf(node, place),
    duplicate: () => {
      const copy = structuredClone(json) as JsonValue;
      place.onReplaceWith([json, copy], copy);
    },
    remove: () => place.onReplaceWith([], null),
  };
}

const isNot = (node: BuilderNode) => node.kind === "group" && node.op === "not";

const affirmed = (node: BuilderNode) =>
  node.kind === "group" && node.op === "not" ? node.children[0] : undefined;

/** Its conditions stand where it stood. A group of several outside a list would only be made again. */
function dissolveOf(node: BuilderNode, place: NodePlace): (() => void) | null {
  if (node.kind !== "group" || node.op === "not") return null;
  const { children } = node;
  if (place.onMove === null && children.length > 1) return null;
  return () => place.onReplaceWith(children, children[0] ?? null);
}

/** A condition pasted onto a node stands behind it. */
export function pasteBehind(json: JsonValue, place: NodePlace, pasted: JsonValue): void {
  place.onReplaceWith([json, pasted], pasted);
}

/** The place of the topmost node: nothing around it, so several become an "and". */
export function topPlace(set: (next: JsonValue | undefined, focus: JsonValue | null) => void): NodePlace {
  return {
    onMove: null,
    isFirst: true,
    isLast: true,
    onMoveInto: { "-1": null, "1": null },
    onMoveOut: null,
    onReplaceWith: (nodes, focus) => set(asOne(nodes), focus),
  };
}
