import type { SampleValue, SeenType } from "@/lib/contracts/policy-vocabulary";
import { isGroupOperator, type Literal, OPERATOR_NAMES, operatorSpec, type TestOperator } from "@/lib/policy";
import { adaptArguments } from "./adapt-arguments";
import type { Argument, BuilderNode } from "./builder-node";
import { convertLiteral, literalKind } from "./literal-kind";

type Test = BuilderNode & { kind: "test" };

export const TEST_OPERATORS = OPERATOR_NAMES.filter((op): op is TestOperator => !isGroupOperator(op));

/** Tests that can be true of such a value, the most usual first. */
const FITTING: Readonly<Record<SeenType, readonly TestOperator[]>> = {
  text: ["eq", "neq", "in", "not_in", "starts_with", "ends_with", "contains", "matches", "exists"],
  number: ["eq", "neq", "gt", "gte", "lt", "lte", "in", "not_in", "exists"],
  flag: ["eq", "neq", "exists"],
  time: ["before", "after", "time_between", "weekday_in", "eq", "neq", "exists"],
  address: ["ip_in", "eq", "neq", "in", "not_in", "starts_with", "exists"],
  list: ["contains", "intersects", "subset_of", "exists"],
  object: ["exists"],
  nothing: ["eq", "neq", "exists"],
};

/** The operators that can tell something of these types; every one where nothing is known. */
export function fittingOperators(types: readonly SeenType[]): readonly TestOperator[] {
  if (types.length === 0) return TEST_OPERATORS;
  const fitting = new Set(types.flatMap((type) => FITTING[type]));
  return TEST_OPERATORS.filter((op) => fitting.has(op));
}

/** Whether nothing has been said yet of what the attribute is compared with. */
function isFresh(test: Test): boolean {
  return test.args.slice(1).every((arg) => {
    if (arg.kind === "reference") return false;
    return arg.value === "" || arg.value === 0 || (Array.isArray(arg.value) && arg.value.length === 0);
  });
}

/**
 * The test about another attribute. One that says nothing yet takes the operator and the kind of value that fit what was
 * seen there; what somebody has written stays.
 */
export function withAttribute(test: Test, path: string, types: readonly SeenType[]): Test {
  const args = test.args.with(0, { kind: "reference", path });
  const fitting = fittingOperators(types);
  if (types.length === 0 || !isFresh(test)) return { ...test, args };
  // A new test starts as "is"; any other comparison somebody has chosen.
  const op = test.op !== "eq" && fitting.includes(test.op) ? test.op : firstFitting(types);
  const adapted = op === test.op ? args : adaptArguments(op, args);
  const value = adapted[1];
  if (value?.kind !== "literal" || Array.isArray(value.value)) return { ...test, op, args: adapted };
  const first = operatorSpec(op).args[1]?.expects === "any" ? freshValue(types) : value.value;
  return { ...test, op, args: adapted.with(1, { kind: "literal", value: first, wrapped: false }) };
}

function firstFitting(types: readonly SeenType[]): TestOperator {
  return types.map((type) => FITTING[type][0]).find((op) => op !== undefined) ?? "eq";
}

function freshValue(types: readonly SeenType[]): Literal {
  if (types.includes("text") || types.length > 1) return "";
  if (types[0] === "number") return 0;
  return types[0] === "flag" ? true : "";
}

/** The argument with a value that was seen: a list takes one more, anything else becomes it. */
export function withSample(argument: Argument, sample: SampleValue): Argument {
  if (argument.kind !== "literal") return { kind: "literal", value: sample, wrapped: false };
  const { value } = argument;
  if (typeof value !== "object" || value === null) return { kind: "literal", value: sample, wrapped: false };
  const fits = value.length === 0 || literalKind(value) === literalKind([sample]);
  const added = fits ? sample : (convertLiteral(sample, "text") as string);
  return value.includes(added) ? argument : { ...argument, value: [...value, added] };
}
