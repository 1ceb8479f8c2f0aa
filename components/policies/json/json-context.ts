import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>["resolveInner"]>;

/** A way down into a document: names of members and places in lists. */
export type JsonPath = readonly (string | number)[];

/** What stands, or could stand, at one place of a JSON text, however incomplete the text is. */
export interface JsonContext {
  readonly kind: "name" | "value";
  /** Of the value; for a name, of the object that it is to be a member of. */
  readonly path: JsonPath;
  /** The value of `op` in each object along the path that has one, by the length of the path to it. */
  readonly operators: ReadonlyMap<number, string>;
  /** Names that the object has already, for a name. */
  readonly names: ReadonlySet<string>;
  /** What would be replaced: the name or value that is there, quotation marks included. */
  readonly from: number;
  readonly to: number;
  /** The first argument of the nearest operation around, as written. */
  readonly firstArgument: string | null;
}

/** A policy has a few thousand characters: this is reached only where the machine is busy with something else. */
const PARSE_MILLISECONDS = 200;
const VALUES = new Set(["Object", "Array", "String", "Number", "True", "False", "Null"]);

/** The context at a place; null where nothing can be said. */
export function jsonContextAt(state: EditorState, at: number): JsonContext | null {
  const tree = ensureSyntaxTree(state, at, PARSE_MILLISECONDS) ?? syntaxTree(state);
  const node = tree.resolveInner(at, -1);
  const token = tokenAround(node, at);
  if (token !== null) return contextOf(state, token, token.from, token.to, token.name === "PropertyName");
  const before = lastCharacterBefore(state, at);
  if (before === null) return null;
  const holder = holderOf(tree.resolveInner(before.at + 1, -1));
  if (holder === null) return null;
  if (before.character === ":") {
    const property = nearest(tree.resolveInner(before.at + 1, -1), "Property");
    return property === null ? null : contextOf(state, property, at, at, false);
  }
  if (holder.name === "Array" && /[[,]/.test(before.character)) return inArray(state, holder, at);
  if (holder.name === "Object" && /[{,]/.test(before.character)) return inObject(state, holder, at);
  return null;
}

/** The name or scalar that the place lies in or behind. */
function tokenAround(node: SyntaxNode, at: number): SyntaxNode | null {
  if (!/^(PropertyName|String|Number|True|False|Null)$/.test(node.name)) return null;
  return at > node.from && at <= node.to ? node : null;
}

function lastCharacterBefore(state: EditorState, at: number): { character: string; at: number } | null {
  const text = state.doc.sliceString(0, at).trimEnd();
  return text === "" ? null : { character: text.charAt(text.length - 1), at: text.length - 1 };
}

function nearest(node: SyntaxNode | null, name: string): SyntaxNode | null {
  for (let one = node; one !== null; one = one.parent) if (one.name === name) return one;
  return null;
}

function holderOf(node: SyntaxNode | null): SyntaxNode | null {
  for (let one = node; one !== null; one = one.parent) if (/^(Object|Array)$/.test(one.name)) return one;
  return null;
}

function contextOf(
  state: EditorState,
  node: SyntaxNode,
  from: number,
  to: number,
  isName: boolean,
): JsonContext {
  const holder = isName ? holderOf(node) : null;
  const path = holder === null ? pathOf(state, node) : pathOf(state, holder);
  return {
    kind: isName ? "name" : "value",
    path,
    operators: operatorsAlong(state, node),
    names: holder === null ? new Set() : new Set(membersOf(state, holder).map(([name]) => name)),
    from,
    to,
    firstArgument: firstArgumentOf(state, node),
  };
}

function inArray(state: EditorState, array: SyntaxNode, at: number): JsonContext {
  const index = valuesOf(array).filter((value) => value.to <= at).length;
  return {
    kind: "value",
    path: [...pathOf(state, array), index],
    operators: operatorsAlong(state, array),
    names: new Set(),
    from: at,
    to: at,
    firstArgument: firstArgumentOf(state, array),
  };
}

function inObject(state: EditorState, object: SyntaxNode, at: number): JsonContext {
  return {
    kind: "name",
    path: pathOf(state, object),
    operators: operatorsAlong(state, object),
    names: new Set(membersOf(state, object).map(([name]) => name)),
    from: at,
    to: at,
    firstArgument: firstArgumentOf(state, object),
  };
}

function valuesOf(holder: SyntaxNode): SyntaxNode[] {
  const values: SyntaxNode[] = [];
  for (let child = holder.firstChild; child !== null; child = child.nextSibling) {
    if (VALUES.has(child.name)) values.push(child);
  }
  return values;
}

const textOf = (state: EditorState, node: SyntaxNode) => state.doc.sliceString(node.from, node.to);

function firstArgumentOf(state: EditorState, node: SyntaxNode): string | null {
  for (let one: SyntaxNode | null = node; one !== null; one = one.parent) {
    if (one.name !== "Object") continue;
    const args = membersOf(state, one).find(([name]) => name === "args")?.[1];
    if (args?.name !== "Array") continue;
    const [first] = valuesOf(args);
    return first === undefined ? null : textOf(state, first);
  }
  return null;
}

/** The text of a string as JSON says it; what is not closed yet, as far as it goes. */
export function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.replace(/^"/, "").replace(/"$/, "");
  }
}

function membersOf(state: EditorState, object: SyntaxNode): [string, SyntaxNode | null][] {
  const members: [string, SyntaxNode | null][] = [];
  for (const property of object.getChildren("Property")) {
    const name = property.getChild("PropertyName");
    const value = valuesOf(property)[0] ?? null;
    if (name !== null) members.push([unquoted(textOf(state, name)), value]);
  }
  return members;
}

function pathOf(state: EditorState, node: SyntaxNode): JsonPath {
  const path: (string | number)[] = [];
  for (let one: SyntaxNode | null = node; one !== null; one = one.parent) {
    if (one.name === "Property") {
      const name = one.getChild("PropertyName");
      path.unshift(name === null ? "" : unquoted(textOf(state, name)));
    } else if (one.parent?.name === "Array" && VALUES.has(one.name)) {
      path.unshift(valuesOf(one.parent).filter((value) => value.to <= one.from).length);
    }
  }
  return path;
}

function operatorsAlong(state: EditorState, node: SyntaxNode): ReadonlyMap<number, string> {
  const operators = new Map<number, string>();
  for (let one: SyntaxNode | null = node; one !== null; one = one.parent) {
    if (one.name !== "Object") continue;
    const op = membersOf(state, one).find(([name]) => name === "op")?.[1];
    if (op?.name === "String") operators.set(pathOf(state, one).length, unquoted(textOf(state, op)));
  }
  return operators;
}
