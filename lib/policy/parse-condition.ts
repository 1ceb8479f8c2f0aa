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
import type { Condition, Operand, Parsed } from "./types";

/** What is left of the allowance of nodes; shared by the whole condition. */
interface Budget {
  nodes: number;
}

/**
 * Parses a condition strictly.
 * @param json anything that `JSON.parse` can return
 * @returns the condition, or every fault with a JSON Pointer into `json`; never throws
 */
export function parseCondition(json: unknown): Parsed<Condition> {
  const faults = new Faults();
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
    return faults.add(pointer, `A condition must have at most ${LIMITS.nodes} nodes; here is one more.`);
  }
  if (budget.nodes < -1) return undefined;
  if (typeof json === "boolean") return json;
  if (depth > LIMITS.depth) {
    return faults.add(pointer, `Conditions must not be nested deeper than ${LIMITS.depth}.`);
  }
  if (!isRecord(json)) {
    return faults.add(pointer, 'A condition must be true, false or an object with "op" and "args".');
  }
  const members = asMembers(json, pointer, "A condition", ["op", "args"], faults);
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
    const message =
      typeof op === "string" && !isLongerThan(op, 40)
        ? `There is no operator ${JSON.stringify(op)}.`
        : 'A condition needs an "op" that names an operator.';
    return faults.add(`${pointer}/op`, message);
  }
  const args = member(members, "args");
  const place = `${pointer}/args`;
  if (!Array.isArray(args)) return faults.add(place, `The operator ${op} needs a list of arguments.`);
  if (!hasRightCount(op, args.length)) return faults.add(place, countSentence(op, args.length));
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

function countSentence(op: Operator, count: number): string {
  const { min, max } = operatorArity(op);
  const wanted =
    min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} or ${max}`;
  return `The operator ${op} takes ${wanted} ${max === 1 ? "argument" : "arguments"}, not ${count}.`;
}
