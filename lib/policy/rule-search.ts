import type { Rule } from "./rule";

/**
 * A match as one number, so that a search allocates nothing: twice the rule's position, and one more where
 * its value was unknown. Smaller is earlier.
 */
export type Match = number;

/** Greater than every match; a small integer to every JavaScript engine, so comparing stays cheap. */
export const NO_RULE: Match = 2 ** 30 - 1;

/** Something that finds the first of its rules that matches. */
export interface RuleSearch {
  /** The first match before `bound`, or `bound` where there is none. */
  search(ctx: unknown, bound: Match): Match;
}

/** What the nodes of one index share. */
export interface SharedRules {
  readonly rules: readonly Rule[];
  /** How many more positions may be noted; ends the growth that clever requests could cause. */
  allowance: number;
}
