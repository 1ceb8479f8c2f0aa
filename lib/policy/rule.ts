import { compile } from "./compile-condition";
import { policyDecision } from "./decision";
import type { Evaluate } from "./evaluate";
import { findGuards, type Guard } from "./guard";
import { FALSE, type Kleene, kleeneOf, TRUE, UNKNOWN } from "./kleene";
import { compileNameTest } from "./name-pattern";
import { onUnknown } from "./policy-order";
import { RESOURCE_TYPE, requestResourceType } from "./request-names";
import type { Match, RuleSearch } from "./rule-search";
import type { Decision, IdentifiedPolicy } from "./types";

/** A policy made ready to be looked at; its parts are made when they are first needed. */
export class Rule implements RuleSearch {
  readonly policy: IdentifiedPolicy;
  /** Its place in the order of evaluation. */
  readonly position: number;
  /** Whether the policy matches where its value is unknown. */
  readonly matchesUnknown: boolean;
  #evaluate: Evaluate | null = null;
  #guards: readonly Guard[] | null = null;
  #whenTrue: Decision | null = null;
  #whenUnknown: Decision | null = null;

  constructor(policy: IdentifiedPolicy, position: number) {
    this.policy = policy;
    this.position = position;
    this.matchesUnknown = onUnknown(policy) === "match";
  }

  /** Kleene's `and` of "the resource's type is meant" and the condition. */
  evaluate(ctx: unknown): Kleene {
    this.#evaluate ??= compileRule(this.policy);
    return this.#evaluate(ctx);
  }

  search(ctx: unknown, bound: Match): Match {
    const match = this.position * 2;
    if (match >= bound) return bound;
    const value = this.evaluate(ctx);
    if (value === TRUE) return match;
    return value === UNKNOWN && this.matchesUnknown ? Math.min(bound, match + 1) : bound;
  }

  get guards(): readonly Guard[] {
    this.#guards ??= [...typeGuard(this.policy), ...findGuards(this.policy.condition ?? true)];
    return this.#guards;
  }

  get whenTrue(): Decision {
    this.#whenTrue ??= policyDecision(this.policy, "policy_matched");
    return this.#whenTrue;
  }

  get whenUnknown(): Decision {
    this.#whenUnknown ??= policyDecision(this.policy, "policy_matched_unknown");
    return this.#whenUnknown;
  }
}

function compileRule({ resource_types: patterns = [], condition = true }: IdentifiedPolicy): Evaluate {
  const evaluate = compile(condition);
  if (patterns.length === 0) return evaluate;
  const isMeant = compileNameTest(patterns);
  return (ctx) => {
    const type = requestResourceType(ctx);
    const meant = type === null ? UNKNOWN : kleeneOf(isMeant(type));
    return meant === FALSE ? FALSE : (Math.min(meant, evaluate(ctx)) as Kleene);
  };
}

function typeGuard({ resource_types: patterns = [] }: IdentifiedPolicy): readonly Guard[] {
  if (patterns.length === 0 || patterns.some((pattern) => pattern.includes("*"))) return [];
  return [{ mode: "name", path: RESOURCE_TYPE, key: "resource type", values: patterns, type: "string" }];
}
