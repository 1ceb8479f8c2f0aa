import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "@/lib/policy";
import { parseCondition } from "@/lib/policy";
import { conditions } from "@/lib/policy/arbitraries";
import { readArgument, readNode, writeArgument, writeNode } from "./builder-node";

const SEED = 20261123;

/** Reads and writes every level, as the builder does. */
function through(json: JsonValue): JsonValue {
  const node = readNode(json);
  if (node.kind === "group") return writeNode({ ...node, children: node.children.map(through) });
  return writeNode(node);
}

function kinds(json: JsonValue): string[] {
  const node = readNode(json);
  return node.kind === "group" ? [node.kind, ...node.children.flatMap(kinds)] : [node.kind];
}

describe("the builder's model of a condition", () => {
  it("gives back every condition that the parser accepts, identical", () => {
    fc.assert(
      fc.property(conditions({ withExists: true }), (condition) => {
        const json = condition as JsonValue;
        fc.pre(parseCondition(json).kind === "ok");
        // As text: generated objects have no prototype, and the order of members counts too.
        expect(JSON.stringify(through(json))).toBe(JSON.stringify(json));
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it("has controls for every condition that the parser accepts", () => {
    fc.assert(
      fc.property(conditions({ withExists: true }), (condition) => {
        fc.pre(parseCondition(condition).kind === "ok");
        expect(kinds(condition as JsonValue)).not.toContain("opaque");
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it("gives back any other JSON as it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(through(json as JsonValue)).toStrictEqual(json);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it.each([
    ["a network written alone", { op: "ip_in", args: ["ctx.context.ip", "10.0.0.0/8"] }],
    ["a network in lit", { op: "ip_in", args: ["ctx.context.ip", { lit: "10.0.0.0/8" }] }],
    ["a pattern in lit", { op: "matches", args: ["ctx.subject.id", { lit: "^ctx\\." }] }],
    ["a text that looks like a reference", { op: "eq", args: ["ctx.subject.id", { lit: "ctx.x" }] }],
    ["a zone", { op: "time_between", args: ["ctx.env.time", "22:00", "06:00", "Europe/Berlin"] }],
    ["no zone", { op: "weekday_in", args: ["ctx.env.time", ["sat", "sun"]] }],
    ["not of not", { op: "not", args: [{ op: "not", args: [true] }] }],
    ["a group of one", { op: "and", args: [{ op: "or", args: [false] }] }],
    ["a mixed list with twins", { op: "in", args: ["ctx.context.x", ["1", 1, 1, null, true, ""]] }],
  ])("keeps %s", (_, json) => {
    expect(parseCondition(json).kind).toBe("ok");
    expect(through(json as JsonValue)).toStrictEqual(json);
    expect(kinds(json as JsonValue)).not.toContain("opaque");
  });

  it("wraps a text that would read as a reference", () => {
    const json = writeArgument({ kind: "literal", value: "ctx.x", wrapped: false });
    expect(json).toEqual({ lit: "ctx.x" });
    expect(readArgument(json)).toEqual({ kind: "literal", value: "ctx.x", wrapped: true });
  });

  it("keeps what it has no controls for", () => {
    for (const json of [
      { op: "xor", args: [true, false] },
      { op: "not", args: [true, true] },
      { op: "eq", args: ["ctx.a", { deep: 1 }] },
      { op: "eq", args: ["ctx.a", "b"], note: "x" },
      { op: "matches", args: ["ctx.a", "ctx.b"] },
    ]) {
      expect(readNode(json)).toEqual({ kind: "opaque", json });
    }
  });
});
