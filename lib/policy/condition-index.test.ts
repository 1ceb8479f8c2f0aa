import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Condition,
  compilePolicySet,
  type Effect,
  type IdentifiedPolicy,
  type PolicyContext,
} from "./index";

const SEED = 20_261_123;
const WORDS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] as const;

const word = fc.constantFrom(...WORDS);
/** Mostly one type, so that an index is worth making; now and then another, so that its edges are met. */
const literal = fc.oneof(
  { weight: 16, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 3) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant(null) },
);
const literals = fc.array(literal, { maxLength: 3 });
const scalarPath = fc.constantFrom("ctx.resource.attrs.kind", "ctx.subject.attrs.unit");
const listPath = fc.constant("ctx.subject.roles");

const test: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: fc.constant("eq" as const), args: fc.tuple(scalarPath, literal) }),
  fc.record({ op: fc.constant("in" as const), args: fc.tuple(scalarPath, literals) }),
  fc.record({ op: fc.constant("contains" as const), args: fc.tuple(listPath, literal) }),
  fc.record({ op: fc.constant("intersects" as const), args: fc.tuple(listPath, literals) }),
  fc.record({ op: fc.constant("in" as const), args: fc.tuple(literal, listPath) }),
);
const denial: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: fc.constant("neq" as const), args: fc.tuple(scalarPath, literal) }),
  fc.record({ op: fc.constant("not_in" as const), args: fc.tuple(scalarPath, literals) }),
);
const not = (of: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  of.map((condition) => ({ op: "not", args: [condition] }));
const group = (op: "and" | "or", of: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.array(of, { minLength: 1, maxLength: 3 }).map((args) => ({ op, args }));

const condition = fc.oneof(
  { weight: 8, arbitrary: test },
  { weight: 3, arbitrary: not(denial) },
  { weight: 1, arbitrary: denial },
  { weight: 1, arbitrary: not(test) },
  { weight: 4, arbitrary: group("and", fc.oneof(test, denial)) },
  { weight: 2, arbitrary: group("or", test) },
  { weight: 1, arbitrary: not(group("or", denial)) },
  { weight: 1, arbitrary: not(group("and", fc.oneof(test, denial))) },
);

const policies = fc
  .array(
    fc.record(
      {
        display_name: fc.constant("p"),
        effect: fc.constantFrom<Effect[]>("allow", "deny", "require_approval"),
        actions: fc.constant(["ehr.read"]),
        priority: fc.nat(20),
        condition,
        resource_types: fc.constantFrom(["record"], ["record", "note"], ["record.*"], []),
        unknown: fc.constantFrom(
          "match" as const,
          "no_match" as const,
          "no_match" as const,
          "no_match" as const,
        ),
      },
      { requiredKeys: ["display_name", "effect", "actions", "unknown", "priority", "condition"] },
    ),
    { minLength: 12, maxLength: 60, size: "max" },
  )
  .map((list) => list.map((policy, index): IdentifiedPolicy => ({ ...policy, id: `p${index}` })));

const value = fc.oneof(
  { weight: 10, arbitrary: literal },
  { weight: 1, arbitrary: fc.constantFrom(Number.POSITIVE_INFINITY, ["a"], { x: 1 }, [], "abc") },
);
const list = fc.oneof(
  { weight: 8, arbitrary: fc.array(value, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom("a", "abc", 1, null, { x: 1 }) },
);
const requests = fc.record(
  {
    action: fc.constant({ name: "ehr.read" }),
    subject: fc.record(
      { roles: list, attrs: fc.record({ unit: value }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    ),
    resource: fc.record(
      {
        type: fc.constantFrom("record", "record", "record", "note", "record.x", null, 7),
        attrs: fc.record({ kind: value }, { requiredKeys: [] }),
      },
      { requiredKeys: ["attrs"] },
    ),
  },
  { requiredKeys: ["action", "resource"] },
) as fc.Arbitrary<PolicyContext>;

describe("the index over conditions", () => {
  it("finds the policy that looking at every one in order finds", () => {
    fc.assert(
      fc.property(
        policies,
        fc.array(requests, { minLength: 20, maxLength: 40, size: "max" }),
        (set, contexts) => {
          const compiled = compilePolicySet(set);
          for (const ctx of contexts) expect(compiled.decide(ctx)).toEqual(compiled.explain(ctx).decision);
        },
      ),
      { seed: SEED, numRuns: 1_500 },
    );
  });

  const kinds = Array.from({ length: 1_000 }, (_, index): IdentifiedPolicy => {
    const kind: Condition = { op: "eq", args: ["ctx.resource.attrs.kind", `kind-${index}`] };
    const watched: Condition = { op: "eq", args: ["ctx.context.watched", true] };
    const id = `p${index}`;
    return {
      id,
      display_name: id,
      effect: "allow",
      actions: ["ehr.read"],
      condition: { op: "and", args: [kind, watched] },
    };
  });

  /** Counts how often conditions got as far as their second test. */
  function watchedRequest(kind: unknown): { ctx: PolicyContext; looks: () => number } {
    let looks = 0;
    const context = Object.defineProperty({}, "watched", {
      enumerable: true,
      get: () => {
        looks += 1;
        return true;
      },
    });
    const ctx = { action: { name: "ehr.read" }, resource: { attrs: { kind } }, context } as PolicyContext;
    return { ctx, looks: () => looks };
  }

  it("looks at one of a thousand policies that differ in an equality", () => {
    const { ctx, looks } = watchedRequest("kind-700");
    expect(compilePolicySet(kinds).decide(ctx).matchedPolicyId).toBe("p700");
    expect(looks()).toBe(1);
  });

  it("takes ten thousand policies in well under a second", () => {
    const many = Array.from({ length: 10 }, (_, copy) =>
      kinds.map((policy) => ({ ...policy, id: `${policy.id}-${copy}` })),
    );
    const start = performance.now();
    const decision = compilePolicySet(many.flat()).decide(watchedRequest("kind-999").ctx);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(decision.matchedPolicyId).toBe("p999-0");
  });

  it("looks at no policy when the value is named by none", () => {
    const { ctx, looks } = watchedRequest("other");
    expect(compilePolicySet(kinds).decide(ctx).reason).toBe("no_matching_policy");
    expect(looks()).toBe(0);
  });

  it("looks at policies that match unknown when the value is missing", () => {
    const open = kinds.map((policy): IdentifiedPolicy => ({ ...policy, effect: "deny" }));
    const decision = compilePolicySet(open).decide({
      action: { name: "ehr.read" },
      context: { watched: true },
    });
    expect([decision.effect, decision.matchedPolicyId, decision.reason]).toEqual([
      "deny",
      "p0",
      "policy_matched_unknown",
    ]);
  });

  it.each([null, undefined, 7])(
    "counts a resource type of %j as unknown, so that a deny is not avoided",
    (type) => {
      const denials = WORDS.map((name): IdentifiedPolicy => {
        return {
          id: name,
          display_name: name,
          effect: "deny",
          actions: ["ehr.read"],
          resource_types: [name],
        };
      });
      const permission: IdentifiedPolicy = {
        id: "z",
        display_name: "z",
        effect: "allow",
        actions: ["ehr.read"],
      };
      const set = compilePolicySet([...denials, permission]);
      const ctx = { action: { name: "ehr.read" }, resource: { type } } as unknown as PolicyContext;
      expect(set.decide(ctx)).toMatchObject({ matchedPolicyId: "a", reason: "policy_matched_unknown" });
      expect(set.explain(ctx).trace.at(-1)).toMatchObject({
        policy_id: "a",
        resource_matched: false,
        value: "unknown",
        unknown_paths: [{ path: "ctx.resource.type" }],
      });
      expect(set.decide({ ...ctx, resource: { type: "other" } }).matchedPolicyId).toBe("z");
    },
  );
});
