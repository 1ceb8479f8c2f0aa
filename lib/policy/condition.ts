import { compile } from "./compile-condition";
import { kleeneName } from "./kleene";
import type { Condition, PolicyContext, TruthValue } from "./types";

/** A condition ready to be evaluated many times. */
export interface CompiledCondition {
  readonly source: Condition;
  /** The condition's value for a request; never throws, whatever the context holds. */
  evaluate(ctx: PolicyContext): TruthValue;
}

/**
 * Compiles a condition that `parseCondition` accepted.
 * @returns the compiled condition; keep it, compiling costs more than evaluating
 */
export function compileCondition(source: Condition): CompiledCondition {
  const evaluate = compile(source);
  return { source, evaluate: (ctx) => kleeneName(evaluate(ctx)) };
}

/** The value of a compiled condition for a request, such as an approval's `relationship` for an approver. */
export function evaluateCondition(compiled: CompiledCondition, ctx: PolicyContext): TruthValue {
  return compiled.evaluate(ctx);
}
