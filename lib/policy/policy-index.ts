import { makeNode } from "./condition-index";
import { NO_MATCH } from "./decision";
import { NamePatternIndex } from "./name-pattern-index";
import { requestAction } from "./request-names";
import { Rule } from "./rule";
import { earliestOf, NO_RULE, type RuleSearch } from "./rule-search";
import type { Decision, IdentifiedPolicy, PolicyContext } from "./types";

/** Names kept beyond those that policies spell out; callers choose names, so the number is bounded. */
const NAMES_KEPT = 4096;
/** Positions that an index over conditions may note, for each policy in it. */
const NOTES_FOR_EACH_POLICY = 64;

/**
 * Finds the first policy that matches a request without looking at those that cannot: by action, then by
 * what their resource types and conditions need. Policies with the same action pattern share one index; an
 * action looks into the index of each pattern that matches it and takes the earliest match.
 */
export class PolicyIndex {
  readonly #rules: readonly Rule[];
  readonly #actions = new NamePatternIndex();
  readonly #groups: (RuleSearch | undefined)[] = [];
  readonly #plans = new Map<string, RuleSearch>();
  readonly #plansKept: number;

  constructor(ordered: readonly IdentifiedPolicy[]) {
    this.#rules = ordered.map((policy, position) => new Rule(policy, position));
    for (const [position, { actions }] of ordered.entries()) {
      for (const pattern of actions) this.#actions.add(pattern, position);
    }
    this.#plansKept = this.#actions.size + NAMES_KEPT;
  }

  decide(ctx: PolicyContext): Decision {
    const action = requestAction(ctx);
    if (action === null) return NO_MATCH;
    const plan = this.#plans.get(action) ?? this.#makePlan(action);
    const match = plan.search(ctx, NO_RULE);
    const rule = match === NO_RULE ? undefined : this.#rules[match >> 1];
    if (rule === undefined) return NO_MATCH;
    return (match & 1) === 1 ? rule.whenUnknown : rule.whenTrue;
  }

  /** The policies with an action pattern that matches the name, in order; none for no name. */
  policiesFor(action: string | null): readonly IdentifiedPolicy[] {
    if (action === null) return [];
    const positions = new Set(this.#actions.find(action).flatMap((group) => this.#actions.positions(group)));
    return [...positions].sort((a, b) => a - b).flatMap((position) => this.#rules[position]?.policy ?? []);
  }

  #makePlan(action: string): RuleSearch {
    if (this.#plans.size >= this.#plansKept) this.#plans.clear();
    const plan = earliestOf(this.#actions.find(action).map((group) => this.#group(group)));
    this.#plans.set(action, plan);
    return plan;
  }

  #group(group: number): RuleSearch {
    const known = this.#groups[group];
    if (known !== undefined) return known;
    const positions = this.#actions.positions(group);
    const shared = { rules: this.#rules, allowance: (positions.length + 16) * NOTES_FOR_EACH_POLICY };
    const made = makeNode(shared, positions, new Set());
    this.#groups[group] = made;
    return made;
  }
}
