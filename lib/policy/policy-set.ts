import { type ExplainOptions, type Explanation, explain } from "./explain";
import { compileNameTest } from "./name-pattern";
import { PolicyIndex } from "./policy-index";
import { comparePolicies } from "./policy-order";
import { policyReferences } from "./references";
import { requestAction, requestResourceType } from "./request-names";
import type { Decision, IdentifiedPolicy, PolicyContext } from "./types";

/** Policies compiled together. Immutable: a change of policies is a new set. */
export interface PolicySet {
  /** The enabled policies in the order in which they are looked at. */
  readonly policies: readonly IdentifiedPolicy[];
  /** The decision for a request. Never throws, whatever the context holds. */
  decide(ctx: PolicyContext): Decision;
  /** The same decision with its reasons; slower, for people. */
  explain(ctx: PolicyContext, options?: ExplainOptions): Explanation;
  /**
   * The attribute paths that policies read, sorted: what an approval has to be bound to.
   * @param ctx given, only the policies count whose action and resource type match this request
   */
  references(ctx?: PolicyContext): readonly string[];
}

/**
 * Compiles policies to decide with. Cheap: the conditions themselves are compiled when first needed, so ten
 * thousand policies take milliseconds.
 * @param policies as `parseIdentifiedPolicy` returns them, in any order; ids unique (`parsePolicyList` checks)
 */
export function compilePolicySet(policies: readonly IdentifiedPolicy[]): PolicySet {
  const ordered = policies.filter((policy) => policy.enabled !== false).sort(comparePolicies);
  const index = new PolicyIndex(ordered);
  return {
    policies: ordered,
    decide: (ctx) => index.decide(ctx),
    explain: (ctx, options) => {
      const candidates = options?.includeUnrelated === true ? ordered : index.policiesFor(requestAction(ctx));
      return explain(candidates, ctx);
    },
    references: (ctx) => policyReferences(ctx === undefined ? ordered : applicable(index, ctx)),
  };
}

/** The policies whose names match a request; where it has no resource type, that rules none out. */
function applicable(index: PolicyIndex, ctx: PolicyContext): readonly IdentifiedPolicy[] {
  const type = requestResourceType(ctx);
  return index.policiesFor(requestAction(ctx)).filter(({ resource_types: patterns = [] }) => {
    return type === null || patterns.length === 0 || compileNameTest(patterns)(type);
  });
}
