import { describe, expect, it } from "vitest";
import { isGroupOperator, OPERATOR_NAMES, parseCondition, type TestOperator } from "@/lib/policy";
import { adaptArguments } from "./adapt-arguments";
import { readNode, writeNode } from "./builder-node";

const tests = OPERATOR_NAMES.filter((op): op is TestOperator => !isGroupOperator(op));

describe("changing the operator of a test", () => {
  it("leaves a test that the builder can show, from every operator to every other", () => {
    for (const from of tests) {
      for (const to of tests) {
        const args = adaptArguments(to, adaptArguments(from, []));
        expect(readNode(writeNode({ kind: "test", op: to, args })).kind, `${from} to ${to}`).toBe("test");
      }
    }
  });

  it("starts with a test that lacks nothing but its attribute, its pattern or its time", () => {
    for (const op of tests) {
      const [, ...rest] = adaptArguments(op, []);
      const left = { kind: "reference", path: "ctx.resource.attrs.x" } as const;
      const parsed = parseCondition(writeNode({ kind: "test", op, args: [left, ...rest] }));
      expect(parsed.kind, op).toBe("ok");
    }
  });

  it("keeps the attribute and carries the value over", () => {
    const left = { kind: "reference", path: "ctx.resource.attrs.kind" } as const;
    const list = adaptArguments("in", [left, { kind: "literal", value: "diagnosis", wrapped: false }]);
    expect(writeNode({ kind: "test", op: "in", args: list })).toEqual({
      op: "in",
      args: ["ctx.resource.attrs.kind", ["diagnosis"]],
    });
    expect(writeNode({ kind: "test", op: "eq", args: adaptArguments("eq", list) })).toEqual({
      op: "eq",
      args: ["ctx.resource.attrs.kind", "diagnosis"],
    });
  });
});
