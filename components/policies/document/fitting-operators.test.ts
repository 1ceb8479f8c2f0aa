import { describe, expect, it } from "vitest";
import { seenType } from "@/lib/contracts/policy-vocabulary";
import { type JsonValue, operatorSpec } from "@/lib/policy";
import { type BuilderNode, readNode } from "./builder-node";
import { fittingOperators, TEST_OPERATORS, withAttribute, withSample } from "./fitting-operators";

const asTest = (json: JsonValue) => readNode(json) as BuilderNode & { kind: "test" };
const fresh = asTest({ op: "eq", args: ["ctx.", ""] });

describe("operators by what an attribute holds", () => {
  it("leaves none out for all types together, and offers all where nothing is known", () => {
    const some = new Set(seenType.options.flatMap((type) => fittingOperators([type])));
    expect(TEST_OPERATORS.filter((op) => !some.has(op))).toEqual([]);
    expect(fittingOperators([])).toEqual(TEST_OPERATORS);
  });

  it("offers for a type only what the operator can read", () => {
    for (const op of fittingOperators(["number"])) {
      expect(["any", "number"]).toContain(operatorSpec(op).args[0]?.expects);
    }
    for (const op of fittingOperators(["list"])) {
      expect(["any", "list", "list_or_string"]).toContain(operatorSpec(op).args[0]?.expects);
    }
  });

  it.each([
    ["text", "eq", ""],
    ["number", "eq", 0],
    ["flag", "eq", true],
    ["time", "before", ""],
    ["address", "ip_in", []],
    ["list", "contains", ""],
  ] as const)("starts a test of a %s with a fitting comparison and value", (type, op, value) => {
    const test = withAttribute(fresh, "ctx.context.x", [type]);
    expect(test.op).toBe(op);
    expect(test.args[1]).toMatchObject({ kind: "literal", value });
  });

  it("keeps what somebody has written, though it does not fit", () => {
    const written = asTest({ op: "in", args: ["ctx.context.a", ["x", "y"]] });
    const test = withAttribute(written, "ctx.context.n", ["number"]);
    expect(test.op).toBe("in");
    expect(test.args[1]).toEqual(written.args[1]);
  });

  it("takes a value that was seen: into a list once, elsewhere as the value", () => {
    const literal = (value: string | string[]) => ({ kind: "literal", value, wrapped: false }) as const;
    expect(withSample(literal(["a"]), "b")).toMatchObject({ value: ["a", "b"] });
    expect(withSample(literal(["a"]), "a")).toMatchObject({ value: ["a"] });
    expect(withSample(literal(["a"]), 5)).toMatchObject({ value: ["a", "5"] });
    expect(withSample(literal("x"), 5)).toMatchObject({ value: 5 });
  });
});
