import { asList, asMembers, Faults, type JsonMembers, member } from "./faults";
import { isLongerThan, isRecord } from "./json";
import { LIMITS } from "./limits";
import {
  isGroupOperator,
  isOperator,
  type Operator,
  operatorArity,
  operatorSpec,
  type TestOperator,
} from "./operators";
import { parseArgument } from "./parse-operand";
import type { RegexEngine } from "./regex-engine";
import type { Condition, Operand, Parsed } from "./types";

/** What is left of the allowance of nodes; shared by the whole condition. */
interface Budget {
  nodes: number;
}

/**
 * As `parseCondition`, with patterns judged by an engine of the caller's.
 * @param regex `literalEngine` where RE2 has not been loaded: then a fault `regex` says only that the pattern still has
 * to be looked at
 */
export function checkCondition(json: unknown, regex: RegexEngine): Parsed<Condition> {
  const faults = new Faults(regex);
  return faults.outcome(readCondition(json, "", faults));
}

/** Parses the condition at a place of a larger document. */
export function readCondition(json: unknown, pointer: string, faults: Faults): Condition | undefined {
  return readNode(json, pointer, faults, 1, { nodes: LIMITS.nodes });
}

function readNode(
  json: unknown,
  pointer: string,
  faults: Faults,
  depth: number,
  budget: Budget,
): Condition | undefined {
  budget.nodes -= 1;
  if (budget.nodes === -1) {
    return faults.add(pointer, "condition_nodes", { most: LIMITS.nodes });
  }
  if (budget.nodes < -1) return undefined;
  if (typeof json === "boolean") return json;
  if (depth > LIMITS.depth) {
    return faults.add(pointer, "condition_depth", { most: LIMITS.depth });
  }
  if (!isRecord(json)) {
    return faults.add(pointer, "condition_shape");
  }
  const members = asMembers(json, pointer, "condition", ["op", "args"], faults);
  return members && readOperation(members, pointer, faults, depth, budget);
}

function readOperation(
  members: JsonMembers,
  pointer: string,
  faults: Faults,
  depth: number,
  budget: Budget,
): Condition | undefined {
  const op = member(members, "op");
  if (!isOperator(op)) {
    const at = `${pointer}/op`;
    return typeof op === "string" && !isLongerThan(op, 40)
      ? faults.add(at, "no_operator", { name: op })
      : faults.add(at, "operator_needed");
  }
  const args = member(members, "args");
  const place = `${pointer}/args`;
  if (!Array.isArray(args)) return faults.add(place, "argument_list", { op });
  if (!hasRightCount(op, args.length))
    return faults.add(place, "argument_count", argumentCount(op, args.length));
  if (isGroupOperator(op)) {
    const bounds = { min: 1, max: LIMITS.listLength };
    const children = asList(args, place, faults, bounds, (child, at) =>
      readNode(child, at, faults, depth + 1, budget),
    );
    return children && { op, args: children };
  }
  return { op, args: readOperands(op, args, place, faults) };
}

function readOperands(
  op: TestOperator,
  args: readonly unknown[],
  pointer: string,
  faults: Faults,
): readonly Operand[] {
  const operands: Operand[] = [];
  for (const [index, spec] of operatorSpec(op).args.entries()) {
    if (index >= args.length) break;
    const operand = parseArgument(spec.kind, args[index], `${pointer}/${index}`, faults);
    if (operand !== undefined) operands.push(operand);
  }
  return operands;
}

function hasRightCount(op: Operator, count: number): boolean {
  const { min, max } = operatorArity(op);
  return count >= min && count <= max;
}

function argumentCount(op: Operator, count: number) {
  const { min, max } = operatorArity(op);
  const shape = min === max ? "exact" : max === Number.POSITIVE_INFINITY ? "more" : "between";
  // Infinity is no JSON.
  return { op, shape, min, max: shape === "more" ? 0 : max, count } as const;
}
