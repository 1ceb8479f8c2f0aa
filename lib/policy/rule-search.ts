import type { Guard } from "./guard";

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

/** A single rule, which an index can sort by its guards. */
export interface GuardedRule extends RuleSearch {
  readonly matchesUnknown: boolean;
  readonly guards: readonly Guard[];
}

/** What the nodes of one index share. */
export interface SharedRules {
  readonly rules: readonly GuardedRule[];
  /** How many more positions may be noted; ends the growth that clever requests could cause. */
  allowance: number;
}

/** Several searches as one: the earliest of their matches. */
export function earliestOf(searches: readonly RuleSearch[]): RuleSearch {
  const [only] = searches;
  if (searches.length === 1 && only !== undefined) return only;
  return {
    search(ctx, bound) {
      let best = bound;
      for (const one of searches) best = one.search(ctx, best);
      return best;
    },
  };
}
