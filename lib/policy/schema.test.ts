import { describe, expect, it } from "vitest";
import { OPERATOR_NAMES, operatorArity, policyJsonSchema } from "./index";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function* nodesOf(value: unknown): Generator<Record<string, unknown>> {
  if (!isObject(value)) return;
  if (!Array.isArray(value)) yield value;
  for (const member of Object.values(value)) yield* nodesOf(member);
}

const nodes = [...nodesOf(policyJsonSchema)];

describe("policyJsonSchema", () => {
  it("is JSON, so that it can be served", () => {
    expect(JSON.parse(JSON.stringify(policyJsonSchema))).toEqual(policyJsonSchema);
  });

  it("points only at definitions that it has", () => {
    const pointers = nodes.flatMap((node) => (typeof node.$ref === "string" ? [node.$ref] : []));
    const defined = Object.keys(policyJsonSchema.$defs ?? {}).map((name) => `#/$defs/${name}`);
    expect(pointers.length).toBeGreaterThan(10);
    expect(pointers.filter((pointer) => !defined.includes(pointer))).toEqual([]);
  });

  it.each(OPERATOR_NAMES)("gives %s the number of arguments that the parser wants", (op) => {
    const operation = nodes.find((node) => isObject(node.op) && node.op.const === op);
    const args = isObject(operation?.args) ? operation.args : {};
    const { min, max } = operatorArity(op);
    expect([args.minItems, args.maxItems]).toEqual([min, Math.min(max, 255)]);
  });

  it("has every pattern in a syntax that compiles", () => {
    const patterns = nodes.flatMap((node) => (typeof node.pattern === "string" ? [node.pattern] : []));
    expect(patterns.length).toBeGreaterThan(2);
    for (const pattern of patterns) expect(() => new RegExp(pattern, "u")).not.toThrow();
  });
});
