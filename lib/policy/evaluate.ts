import { type Kleene, UNKNOWN } from "./kleene";
import type { ReadOperand } from "./operand";

/** A compiled condition: reads the request, answers a value, never throws. */
export type Evaluate = (ctx: unknown) => Kleene;

/** Compiles one operator's test from its first two arguments and the others. */
export type CompileTest = (a: ReadOperand, b: ReadOperand, rest: readonly ReadOperand[]) => Evaluate;

export const unknown: Evaluate = () => UNKNOWN;

/** The text of an argument that the parser lets be nothing but a literal text. */
export function literalText(operand: ReadOperand | undefined): string | null {
  return operand?.kind === "literal" && typeof operand.value === "string" ? operand.value : null;
}
