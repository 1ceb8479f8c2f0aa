import { interpretTest } from "./interpret-test";
import { isGroup } from "./is-group";
import { type Kleene, kleeneAnd, kleeneNot, kleeneOf, kleeneOr, UNKNOWN } from "./kleene";
import { readOperand } from "./operand";
import { formatReference, MISSING, readReference } from "./reference";
import type { Condition, GroupCondition, Literal, TestCondition } from "./types";

/** An operand of a test as it was found. */
export type InterpretedOperand =
  | { readonly kind: "reference"; readonly path: string; readonly present: boolean; readonly value?: unknown }
  | { readonly kind: "literal"; readonly value: Literal };

/** A condition with the value of each of its nodes. */
export type Interpretation =
  | { readonly kind: "constant"; readonly value: Kleene }
  | {
      readonly kind: "group";
      readonly op: GroupCondition["op"];
      readonly value: Kleene;
      readonly children: readonly Interpretation[];
    }
  | {
      readonly kind: "test";
      readonly op: TestCondition["op"];
      readonly value: Kleene;
      readonly operands: readonly InterpretedOperand[];
    };

/**
 * Evaluates a condition node by node and keeps every value: the plain reading of the contract, which
 * explanations show and the compiled form is tested against. Nothing stops early.
 */
export function interpret(condition: Condition, ctx: unknown): Interpretation {
  if (typeof condition === "boolean") return { kind: "constant", value: kleeneOf(condition) };
  return isGroup(condition) ? interpretGroup(condition, ctx) : interpretLeaf(condition, ctx);
}

function interpretGroup({ op, args }: GroupCondition, ctx: unknown): Interpretation {
  const children = args.map((child) => interpret(child, ctx));
  const values = children.map((child) => child.value);
  return { kind: "group", op, value: combine(op, values), children };
}

function combine(op: GroupCondition["op"], values: readonly Kleene[]): Kleene {
  if (op === "and") return kleeneAnd(values);
  return op === "or" ? kleeneOr(values) : kleeneNot(values[0] ?? UNKNOWN);
}

function interpretLeaf({ op, args }: TestCondition, ctx: unknown): Interpretation {
  const operands = args.map((arg): InterpretedOperand => {
    const operand = readOperand(arg);
    if (operand.kind === "literal") return operand;
    const path = formatReference(operand.path);
    const value = readReference(ctx, operand.path);
    return value === MISSING
      ? { kind: "reference", path, present: false }
      : { kind: "reference", path, present: true, value };
  });
  const value = interpretTest(
    op,
    operands.map((operand) => operand.value),
  );
  return { kind: "test", op, value, operands };
}
