import type { Guard } from "./guard";
import { GuardSplit } from "./guard-split";
import type { Match, RuleSearch, SharedRules } from "./rule-search";

/** A search over the rules at these positions, which ascend. */
export function makeNode(
  shared: SharedRules,
  positions: readonly number[],
  used: ReadonlySet<string>,
): RuleSearch {
  const [only] = positions;
  const rule = positions.length === 1 && only !== undefined ? shared.rules[only] : undefined;
  return rule ?? new RuleNode(shared, positions, used);
}

/** So few rules are looked at one by one. */
const FEW = 4;
/** A split has to leave at most this part of the rules to look at, or it is not worth its look-up. */
const WORTHWHILE = 0.75;

/**
 * Rules at ascending positions, of which the first that matches is wanted. A node divides its rules, when it
 * is first searched, by the guard that leaves the fewest to look at. That is only a choice of what not to
 * look at: a rule is passed over where its guard is false, or unknown and the rule does not match unknown,
 * so the outcome is always that of looking at every rule in order.
 */
class RuleNode implements RuleSearch {
  readonly #shared: SharedRules;
  readonly #positions: readonly number[];
  readonly #used: ReadonlySet<string>;
  #split: GuardSplit | null | undefined;

  constructor(shared: SharedRules, positions: readonly number[], used: ReadonlySet<string>) {
    this.#shared = shared;
    this.#positions = positions;
    this.#used = used;
    this.#split = positions.length <= FEW ? null : undefined;
  }

  search(ctx: unknown, bound: Match): Match {
    if (this.#split === undefined) this.#split = this.#divide();
    return this.#split === null ? this.#scan(ctx, bound) : this.#split.search(ctx, bound);
  }

  #scan(ctx: unknown, bound: Match): Match {
    const { rules } = this.#shared;
    for (const position of this.#positions) {
      const match = rules[position]?.search(ctx, bound) ?? bound;
      if (match < bound || position * 2 >= bound) return match;
    }
    return bound;
  }

  #divide(): GuardSplit | null {
    const key = this.#bestKey();
    if (key === null) return null;
    const used = new Set([...this.#used, key]);
    const split = new GuardSplit(this.#shared, this.#positions, key, (positions) => {
      return makeNode(this.#shared, positions, used);
    });
    this.#shared.allowance -= split.size;
    return split;
  }

  #bestKey(): string | null {
    const sizes = new Map<string, Map<unknown, number>>();
    const guarded = new Map<string, number>();
    for (const position of this.#positions) {
      for (const guard of this.#shared.rules[position]?.guards ?? []) {
        if (this.#used.has(guard.key)) continue;
        guarded.set(guard.key, (guarded.get(guard.key) ?? 0) + 1);
        countValues(sizes, guard);
      }
    }
    const total = this.#positions.length;
    let best: string | null = null;
    let least = total * WORTHWHILE;
    for (const [key, count] of guarded) {
      const { expected, entries } = expectedBucket(sizes.get(key));
      const left = total - count + expected;
      if (left <= least && entries + total <= this.#shared.allowance) {
        least = left;
        best = key;
      }
    }
    return best;
  }
}

function countValues(sizes: Map<string, Map<unknown, number>>, guard: Guard): void {
  const ofKey = sizes.get(guard.key) ?? new Map<unknown, number>();
  sizes.set(guard.key, ofKey);
  for (const value of guard.values) ofKey.set(value, (ofKey.get(value) ?? 0) + 1);
}

/** How many rules a request meets in its bucket, if requests fall on buckets as often as rules do. */
function expectedBucket(sizes: ReadonlyMap<unknown, number> | undefined): {
  expected: number;
  entries: number;
} {
  let entries = 0;
  let squares = 0;
  for (const size of sizes?.values() ?? []) {
    entries += size;
    squares += size * size;
  }
  return { expected: entries === 0 ? 0 : squares / entries, entries };
}
