import {
  type GroupOperator,
  isGroupOperator,
  isOperator,
  isReference,
  type JsonObject,
  type JsonValue,
  type Literal,
  operatorArity,
  operatorSpec,
  type Scalar,
  type TestOperator,
} from "@/lib/policy";

/** An argument of a test as the builder shows it. `wrapped` keeps a `{ lit }` that was written out. */
export type Argument =
  | { readonly kind: "reference"; readonly path: string }
  | { readonly kind: "literal"; readonly value: Literal; readonly wrapped: boolean };

/**
 * One node of a condition as the builder shows it. Children stay JSON, so that every level is read by itself; what the
 * builder has no controls for is kept as it is.
 */
export type BuilderNode =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "group"; readonly op: GroupOperator; readonly children: readonly JsonValue[] }
  | { readonly kind: "test"; readonly op: TestOperator; readonly args: readonly Argument[] }
  | { readonly kind: "opaque"; readonly json: JsonValue };

export function isObject(json: JsonValue | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

export function isList(json: JsonValue | undefined): json is readonly JsonValue[] {
  return Array.isArray(json);
}

function isScalar(json: JsonValue | undefined): json is Scalar {
  return json === null || (json !== undefined && typeof json !== "object");
}

function isLiteral(json: JsonValue | undefined): json is Literal {
  return isScalar(json) || (isList(json) && json.every(isScalar));
}

/** Reads one argument; null for a value that is no operand. */
export function readArgument(json: JsonValue): Argument | null {
  if (typeof json === "string" && isReference(json)) return { kind: "reference", path: json };
  if (isLiteral(json)) return { kind: "literal", value: json, wrapped: false };
  if (!isObject(json) || Object.keys(json).length !== 1 || !isLiteral(json.lit)) return null;
  return { kind: "literal", value: json.lit, wrapped: true };
}

/** The JSON of an argument. A text that would read as a reference is wrapped, so that it stays a text. */
export function writeArgument(argument: Argument): JsonValue {
  if (argument.kind === "reference") return argument.path;
  const mustWrap = typeof argument.value === "string" && isReference(argument.value);
  return argument.wrapped || mustWrap ? { lit: argument.value } : argument.value;
}

/** Reads one level of a condition, valid or not. */
export function readNode(json: JsonValue): BuilderNode {
  if (typeof json === "boolean") return { kind: "constant", value: json };
  const opaque = { kind: "opaque", json } as const;
  if (!isObject(json) || Object.keys(json).length !== 2) return opaque;
  const { op, args } = json;
  if (!isOperator(op) || !isList(args)) return opaque;
  if (isGroupOperator(op)) {
    return op === "not" && args.length > 1 ? opaque : { kind: "group", op, children: args };
  }
  const { min, max } = operatorArity(op);
  const read = args.map(readArgument);
  const known = read.filter((argument) => argument !== null);
  if (args.length < min || args.length > max || known.length !== args.length) return opaque;
  return fitsControls(op, known) ? { kind: "test", op, args: known } : opaque;
}

/** Whether each argument has a control that can show it; a reference where a literal must stand has none. */
function fitsControls(op: TestOperator, args: readonly Argument[]): boolean {
  return args.every((argument, index) => {
    const kind = operatorSpec(op).args[index]?.kind ?? "value";
    if (kind === "value") return true;
    if (kind === "reference") return argument.kind === "reference";
    if (argument.kind === "reference") return false;
    if (kind === "weekdays") return !argument.wrapped && isTextList(argument.value);
    if (kind === "cidrs") return typeof argument.value === "string" || isTextList(argument.value);
    return typeof argument.value === "string";
  });
}

function isTextList(value: Literal): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** The JSON of a node: the exact counterpart of `readNode`. */
export function writeNode(node: BuilderNode): JsonValue {
  switch (node.kind) {
    case "constant":
      return node.value;
    case "group":
      return { op: node.op, args: node.children };
    case "test":
      return { op: node.op, args: node.args.map(writeArgument) };
    case "opaque":
      return node.json;
  }
}
