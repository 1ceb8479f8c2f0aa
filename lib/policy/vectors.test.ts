import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type Condition,
  compileCondition,
  compilePolicySet,
  evaluateCondition,
  type Parsed,
  type PolicyContext,
  parseCondition,
  parsePolicyList,
  type TruthValue,
} from "./index";
import { interpret } from "./interpret";
import { kleeneName } from "./kleene";

interface Vectors {
  readonly conditions: readonly { condition: unknown; ctx: PolicyContext; value: TruthValue }[];
  readonly decisions: readonly {
    name?: string;
    policies: unknown;
    ctx: PolicyContext;
    effect: string;
    policy: string | null;
  }[];
}

const vectors: Vectors = JSON.parse(readFileSync(new URL("./vectors/policy.json", import.meta.url), "utf8"));

function accepted<T>(parsed: Parsed<T>): T {
  if (parsed.kind === "ok") return parsed.value;
  throw new Error(JSON.stringify(parsed.faults));
}

describe("the contract's vectors, unchanged", () => {
  it.each(vectors.conditions.map((vector, index) => [index, vector] as const))(
    "condition %i",
    (_, vector) => {
      const condition: Condition = accepted(parseCondition(vector.condition));
      expect(evaluateCondition(compileCondition(condition), vector.ctx)).toBe(vector.value);
      expect(kleeneName(interpret(condition, vector.ctx).value)).toBe(vector.value);
    },
  );

  it.each(vectors.decisions.map((vector, index) => [index, vector.name ?? "unnamed", vector] as const))(
    "decision %i: %s",
    (_, __, vector) => {
      const set = compilePolicySet(accepted(parsePolicyList(vector.policies)));
      const decision = set.decide(vector.ctx);
      expect([decision.effect, decision.matchedPolicyId]).toEqual([vector.effect, vector.policy]);
      expect(set.explain(vector.ctx).decision).toEqual(decision);
    },
  );

  it("holds as many cases as were published", () => {
    expect([vectors.conditions.length, vectors.decisions.length]).toEqual([360, 188]);
  });
});
