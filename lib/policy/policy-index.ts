import { compile, type Evaluate } from "./compile-condition";
import { NO_MATCH, policyDecision } from "./decision";
import { FALSE, TRUE, UNKNOWN } from "./kleene";
import { matchesName } from "./name-pattern";
import { onUnknown } from "./policy-order";
import { requestAction, requestResourceType } from "./request-names";
import type { Decision, IdentifiedPolicy, PolicyContext } from "./types";

/** Finds the first policy that matches a request. */
export class PolicyIndex {
  readonly #ordered: readonly IdentifiedPolicy[];
  readonly #compiled = new Map<IdentifiedPolicy, Evaluate>();

  constructor(ordered: readonly IdentifiedPolicy[]) {
    this.#ordered = ordered;
  }

  decide(ctx: PolicyContext): Decision {
    const typed = requestResourceType(ctx) !== null;
    for (const policy of this.applicable(ctx)) {
      let value = this.#evaluator(policy)(ctx);
      if (!typed && (policy.resource_types?.length ?? 0) > 0 && value !== FALSE) value = UNKNOWN;
      if (value === TRUE) return policyDecision(policy, "policy_matched");
      if (value === UNKNOWN && onUnknown(policy) === "match")
        return policyDecision(policy, "policy_matched_unknown");
    }
    return NO_MATCH;
  }

  /** The policies whose action and resource-type patterns match, in order. */
  applicable(ctx: PolicyContext): readonly IdentifiedPolicy[] {
    const action = requestAction(ctx);
    if (action === null) return [];
    const type = requestResourceType(ctx);
    return this.#ordered.filter(({ actions, resource_types = [] }) => {
      if (!actions.some((pattern) => matchesName(pattern, action))) return false;
      return type === null || resource_types.length === 0 || resource_types.some((p) => matchesName(p, type));
    });
  }

  #evaluator(policy: IdentifiedPolicy): Evaluate {
    const known = this.#compiled.get(policy);
    if (known !== undefined) return known;
    const evaluate = compile(policy.condition ?? true);
    this.#compiled.set(policy, evaluate);
    return evaluate;
  }
}
