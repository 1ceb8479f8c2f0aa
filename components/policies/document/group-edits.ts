import type { JsonValue } from "@/lib/policy";
import { UNCHOSEN } from "./attribute-path";
import { type BuilderNode, readNode, writeNode } from "./builder-node";
import { keepNodeKey } from "./node-keys";

type Group = BuilderNode & { kind: "group" };

/** A test that is still to be filled in. */
export function emptyTest(): JsonValue {
  return { op: "eq", args: [UNCHOSEN, ""] };
}

export function moveItem<T>(items: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const item = items[index];
  const target = index + by;
  if (item === undefined || target < 0 || target >= items.length) return items;
  return items.toSpliced(index, 1).toSpliced(target, 0, item);
}

/** The condition with one more test: beside the others of a group that asks for all, else in a new such group. */
export function withAnotherTest(condition: JsonValue | undefined, added: JsonValue = emptyTest()): JsonValue {
  if (condition === undefined || condition === true) return added;
  const node = readNode(condition);
  if (node.kind === "group" && node.op === "and") {
    return writeNode({ ...node, children: [...node.children, added] });
  }
  return writeNode({ kind: "group", op: "and", children: [condition, added] });
}

/** Several conditions as one: none is undefined, many are asked for together. */
export function asOne(conditions: readonly JsonValue[]): JsonValue | undefined {
  return conditions.length > 1
    ? writeNode({ kind: "group", op: "and", children: conditions })
    : conditions[0];
}

/** The children of a group with one of them replaced by any number. `not` holds one: several become an "and" in it. */
export function replaceChild(
  group: Group,
  index: number,
  replacement: readonly JsonValue[],
): readonly JsonValue[] {
  if (group.op !== "not") return group.children.toSpliced(index, 1, ...replacement);
  const one = asOne(replacement);
  return one === undefined ? [] : [one];
}

/** Whether a condition is a list that others can be put into. */
export function isOpenGroup(json: JsonValue | undefined): json is JsonValue {
  if (json === undefined) return false;
  const node = readNode(json);
  return node.kind === "group" && node.op !== "not";
}

/** The children after one of them went into the open group beside it; unchanged where there is none. */
export function moveIntoNeighbour(
  children: readonly JsonValue[],
  index: number,
  by: -1 | 1,
): readonly JsonValue[] {
  const moved = children[index];
  const neighbour = children[index + by];
  if (moved === undefined || !isOpenGroup(neighbour)) return children;
  const node = readNode(neighbour) as Group;
  const inner = by === -1 ? [...node.children, moved] : [moved, ...node.children];
  const grown = keepNodeKey(neighbour, writeNode({ ...node, children: inner }));
  return children.with(index + by, grown).toSpliced(index, 1);
}

/**
 * Takes groups away that hold nothing any more, from the inside out: a group needs at least one condition.
 * @returns the same value where nothing was empty; undefined where nothing is left
 */
export function withoutEmptyGroups(json: JsonValue): JsonValue | undefined {
  const node = readNode(json);
  if (node.kind !== "group") return json;
  const left = node.children.map(withoutEmptyGroups).filter((child) => child !== undefined);
  if (left.length === 0) return undefined;
  const same = left.length === node.children.length && left.every((child, at) => child === node.children[at]);
  return same ? json : keepNodeKey(json, writeNode({ ...node, children: left }));
}
