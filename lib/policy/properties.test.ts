import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditions, contexts, policySets } from "./arbitraries";
import { compile } from "./compile-condition";
import { compilePolicySet, type Parsed, parseCondition, parsePolicy, parsePolicyList } from "./index";
import { interpret } from "./interpret";
import type { JsonValue } from "./json";
import type { PolicyContext } from "./types";

/** Fixed, so that a run can be repeated; fast-check prints it with the counterexample. */
const SEED = 20_261_123;

function holds<Ts extends [unknown, ...unknown[]]>(property: fc.IProperty<Ts>, numRuns: number): void {
  fc.assert(property, { seed: SEED, numRuns });
}

function accepted<T>(parsed: Parsed<T>): T {
  if (parsed.kind === "ok") return parsed.value;
  throw new Error(JSON.stringify(parsed.faults));
}

describe("properties of conditions", () => {
  it("compiled equals interpreted", () => {
    const arbitrary = conditions({ withExists: true });
    holds(
      fc.property(arbitrary, contexts, (json, ctx) => {
        const condition = accepted(parseCondition(json));
        expect(compile(condition)(ctx)).toBe(interpret(condition, ctx).value);
      }),
      20_000,
    );
  });

  it("evaluates without throwing whatever the context holds", () => {
    holds(
      fc.property(conditions({ withExists: true }), fc.anything(), (json, ctx) => {
        expect([0, 1, 2]).toContain(compile(json)(ctx));
      }),
      2_000,
    );
  });
});

describe("properties of policy sets", () => {
  const any = policySets({ withExists: true, closedByDefault: false });

  it("index equals linear scan", () => {
    const many = policySets({ withExists: true, closedByDefault: false, most: 80 });
    holds(
      fc.property(many, fc.array(contexts, { minLength: 5, maxLength: 15 }), (policies, requests) => {
        const set = compilePolicySet(policies);
        for (const ctx of requests) {
          const { decision, trace } = set.explain(ctx, { includeUnrelated: true });
          expect(set.decide(ctx)).toEqual(decision);
          const related = trace.filter((entry) => entry.action_matched);
          expect(set.explain(ctx)).toEqual({ decision, trace: related });
        }
      }),
      1_500,
    );
  });

  it("does not depend on the order in which policies are given", () => {
    holds(
      fc.property(
        any.chain((policies) =>
          fc.tuple(fc.constant(policies), fc.shuffledSubarray([...policies], { minLength: policies.length })),
        ),
        contexts,
        ([policies, shuffled], ctx) => {
          expect(compilePolicySet(shuffled).decide(ctx)).toEqual(compilePolicySet(policies).decide(ctx));
        },
      ),
      2_000,
    );
  });

  it("does not depend on the requests decided before", () => {
    holds(
      fc.property(any, fc.array(contexts, { minLength: 2, maxLength: 6 }), (policies, requests) => {
        const used = compilePolicySet(policies);
        const before = requests.map((ctx) => used.decide(ctx));
        expect(requests.map((ctx) => used.decide(ctx))).toEqual(before);
        expect(requests.map((ctx) => compilePolicySet(policies).decide(ctx))).toEqual(before);
      }),
      1_000,
    );
  });

  it("removing an attribute never turns deny or require_approval into allow", () => {
    let removals = 0;
    const closed = policySets({ withExists: false, closedByDefault: true });
    holds(
      fc.property(closed, contexts, (policies, ctx) => {
        const set = compilePolicySet(policies);
        if (set.decide(ctx).effect === "allow") return;
        for (const poorer of withoutOneMember(ctx as JsonValue)) {
          removals += 1;
          expect(set.decide(poorer as PolicyContext).effect).not.toBe("allow");
        }
      }),
      3_000,
    );
    expect(removals).toBeGreaterThan(10_000);
  });
});

/** Every copy of an object in which one member, at any depth, is left out. */
function* withoutOneMember(value: JsonValue | undefined): Generator<JsonValue> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const members = Object.entries(value);
  for (const [name, member] of members) {
    const others = members.filter(([other]) => other !== name);
    yield Object.fromEntries(others) as JsonValue;
    for (const smaller of withoutOneMember(member))
      yield Object.fromEntries([...others, [name, smaller]]) as JsonValue;
  }
}

describe("properties of the parser", () => {
  it("answers and does not throw on any JSON or JavaScript value", () => {
    holds(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (json) => {
        for (const parse of [parsePolicy, parseCondition, parsePolicyList]) {
          const parsed = parse(json);
          if (parsed.kind === "invalid") expect(parsed.faults.length).toBeGreaterThan(0);
        }
      }),
      5_000,
    );
  });

  it("answers and does not throw on valid policies with one value replaced, and points into the document", () => {
    const sets = policySets({ withExists: true, closedByDefault: false, most: 3 });
    holds(
      fc.property(sets, fc.nat(), fc.jsonValue(), (policies, where, intruder) => {
        const json = replaceOne(policies as unknown as JsonValue, where, intruder as JsonValue);
        const parsed = parsePolicyList(json);
        if (parsed.kind === "ok") compilePolicySet(parsed.value).decide({ action: { name: "ehr.read" } });
        else for (const { pointer } of parsed.faults) expect(pointsInto(json, pointer)).toBe(true);
      }),
      5_000,
    );
  });

  it("accepts every policy of the generators and gives it back unchanged", () => {
    holds(
      fc.property(policySets({ withExists: true, closedByDefault: false }), (policies) => {
        expect(accepted(parsePolicyList(JSON.parse(JSON.stringify(policies))))).toEqual(policies);
      }),
      500,
    );
  });
});

/** A copy in which the n-th value, counted through the document, is another. */
function replaceOne(json: JsonValue, place: number, intruder: JsonValue): JsonValue {
  let left = place % countValues(json);
  const copy = (value: JsonValue): JsonValue => {
    left -= 1;
    if (left === -1) return intruder;
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copy(member ?? null)]));
  };
  return copy(json);
}

function countValues(json: JsonValue | undefined): number {
  if (typeof json !== "object" || json === null) return 1;
  return Object.values(json).reduce<number>((sum, member) => sum + countValues(member as JsonValue), 1);
}

/** Whether a pointer's parent exists: a fault may name a member that is missing. */
function pointsInto(json: unknown, pointer: string): boolean {
  let value = json;
  for (const segment of pointer.split("/").slice(1, -1)) {
    if (typeof value !== "object" || value === null) return false;
    value = Object.getOwnPropertyDescriptor(
      value,
      segment.replaceAll("~1", "/").replaceAll("~0", "~"),
    )?.value;
  }
  return pointer === "" || (typeof value === "object" && value !== null);
}
