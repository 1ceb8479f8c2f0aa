import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "@/lib/policy";
import {
  type ArgumentKind,
  isGroupOperator,
  OPERATOR_NAMES,
  type Operator,
  operatorArity,
  operatorSpec,
  parseCondition,
  WEEKDAYS,
} from "@/lib/policy";
import { conditions } from "@/lib/policy/arbitraries";
import { readArgument, readNode, writeArgument, writeNode } from "./builder-node";
import { type Draft, draftText, newDraft, reduceDraft } from "./draft-history";

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

const scalar = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const reference = fc.constantFrom(
  "ctx.subject.id",
  'ctx.resource.attrs["a.b"]',
  "ctx.env.time",
  "ctx.context.x",
);
const plain = scalar.filter((value) => typeof value !== "string" || !value.startsWith("ctx."));
const lit = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    value,
    value.map((one) => ({ lit: one })),
  );

/** Everything that may stand as an argument of a kind, in each way of writing it. */
const ARGUMENTS: Readonly<Record<Exclude<ArgumentKind, "condition">, fc.Arbitrary<unknown>>> = {
  value: fc.oneof(
    reference,
    plain,
    fc.array(scalar),
    fc.oneof(scalar, fc.array(scalar)).map((one) => ({ lit: one })),
  ),
  reference,
  regex: lit(fc.constantFrom("^a", "b|c", "")),
  cidrs: fc.oneof(
    lit(fc.constantFrom("10.0.0.0/8", "::/0")),
    fc.array(fc.constantFrom("10.0.0.0/8", "2001:db8::/32")),
  ),
  time_of_day: lit(fc.constantFrom("00:00", "23:59")),
  weekdays: fc.array(fc.constantFrom(...WEEKDAYS)),
  zone: lit(fc.constantFrom("UTC", "Europe/Berlin")),
};

/** Conditions of one operator: every number of arguments, groups over tests of all kinds. */
function conditionsOf(op: Operator): fc.Arbitrary<JsonValue> {
  if (isGroupOperator(op)) {
    const most = op === "not" ? 1 : 4;
    const child = fc.oneof(fc.boolean(), conditionsOf("eq"), conditionsOf("time_between"));
    return fc.array(child, { minLength: 1, maxLength: most }).map((args): JsonValue => ({ op, args }));
  }
  const { args } = operatorSpec(op);
  return fc
    .integer({ min: operatorArity(op).min, max: args.length })
    .chain((count) =>
      fc.tuple(...args.slice(0, count).map((spec) => ARGUMENTS[spec.kind as keyof typeof ARGUMENTS])),
    )
    .map((values): JsonValue => ({ op, args: values as JsonValue[] }));
}

const asTyped = (draft: Draft, text: string) => reduceDraft(draft, { type: "type", text, at: 0 });

describe("the builder's model of a condition", () => {
  it.each(OPERATOR_NAMES)(
    "gives back every condition of %s, identical, with controls for all of it",
    (op) => {
      fc.assert(
        fc.property(conditionsOf(op), (json) => {
          expect(parseCondition(json).kind).toBe("ok");
          expect(JSON.stringify(through(json))).toBe(JSON.stringify(json));
          expect(kinds(json)).not.toContain("opaque");
        }),
        { seed: SEED, numRuns: 200 },
      );
    },
  );

  it.each(OPERATOR_NAMES)(
    "carries %s from the builder to the JSON view and back without a difference",
    (op) => {
      fc.assert(
        fc.property(conditionsOf(op), (json) => {
          const shown = newDraft({ display_name: "P", effect: "deny", actions: ["a"], condition: json });
          const typed = asTyped(newDraft({}), draftText(shown));
          expect(typed.textFault).toBeNull();
          // As text: -0 and 0 are the same number to JSON, and the order of members counts too.
          expect(JSON.stringify(through(typed.document.condition ?? null))).toBe(JSON.stringify(json));
        }),
        { seed: SEED, numRuns: 200 },
      );
    },
  );

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
