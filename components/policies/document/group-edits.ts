import type { JsonValue } from "@/lib/policy";
import { UNCHOSEN } from "./attribute-path";
import { readNode, writeNode } from "./builder-node";
import { keepNodeKey } from "./node-keys";

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
