import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contexts, policySets } from "./arbitraries";
import { compilePolicySet, conditionsExclude, type Policy } from "./index";

const where = (condition: Policy["condition"], over: Partial<Policy> = {}): Policy => ({
  display_name: "p",
  effect: "allow",
  actions: ["*"],
  ...(condition !== undefined && { condition }),
  ...over,
});
const kind = "ctx.resource.attrs.kind";

describe("conditionsExclude", () => {
  it.each<[string, boolean, Policy, Policy]>([
    [
      "other values of one attribute, where one of them has to be known",
      true,
      where({ op: "in", args: [kind, ["a", "b"]] }),
      where({ op: "eq", args: [kind, "c"] }, { effect: "deny" }),
    ],
    [
      "not where both match on what is missing",
      false,
      where({ op: "eq", args: [kind, "a"] }, { effect: "deny" }),
      where({ op: "eq", args: [kind, "b"] }, { effect: "require_approval" }),
    ],
    [
      "not where a value of another type leaves the other unknown",
      false,
      where({ op: "eq", args: [kind, 1] }),
      where({ op: "eq", args: [kind, "a"] }, { effect: "deny" }),
    ],
    ["what never holds", true, where(false), where(true)],
    ["not what has no condition", false, where(undefined), where({ op: "eq", args: [kind, "a"] })],
  ])("%s", (_, expected, one, other) => {
    expect(conditionsExclude(one, other)).toBe(expected);
    expect(conditionsExclude(other, one)).toBe(expected);
  });

  it("is a proof: what it excludes never matches together", () => {
    let proved = 0;
    fc.assert(
      fc.property(
        policySets({ withExists: true, closedByDefault: false, most: 16 }),
        fc.array(contexts, { minLength: 20, maxLength: 20 }),
        (policies, requests) => {
          const wide = policies.map(({ resource_types: _, ...policy }) => ({
            ...policy,
            actions: ["*"],
            enabled: true,
          }));
          for (const one of wide) {
            for (const other of wide) {
              if (one === other || !conditionsExclude(one, other)) continue;
              proved += 1;
              const alone = [one, other].map((policy) => compilePolicySet([policy]));
              for (const request of requests) {
                const matched = alone.filter((set) => set.decide(request).matchedPolicyId !== null);
                expect(matched.length).toBeLessThan(2);
              }
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
    // Some 600 are the rule: fewer than 100 would mean that hardly anything was looked at.
    expect(proved).toBeGreaterThan(100);
  });
});
