import { describe, expect, test } from "vitest";
import { simulateRequest } from "./decisions";
import { policyDocument } from "./policies";

const read = (requests: unknown[]) => simulateRequest.safeParse({ policies: [], requests });

describe("a simulated request", () => {
  test.each<[string, unknown]>([
    ["an empty context", {}],
    ["deep values", JSON.parse(`{"context":${'{"a":'.repeat(40)}1${"}".repeat(40)}}`)],
    ["many values", { resource: { attrs: { list: Array.from({ length: 5000 }, (_, n) => n) } } }],
    ["names with dots, empty and long names", { context: { "a.b": 1, "": 2, ["n".repeat(300)]: 3 } }],
    ["null, fractions, arrays", { subject: null, context: { a: 0.1, b: [[1], { c: null }] } }],
    ["numbers for ids", { subject: { type: "agent", id: 7 } }],
    ["text that cannot be stored: nothing is", { context: { a: "\u0000", b: "\ud800" } }],
    ["a context named ctx", { ctx: { action: { name: "ehr.read" } }, name: "case 1" }],
  ])("may be %s, and stays as it was", (_name, request) => {
    const result = read([request]);
    expect(result.data?.requests).toEqual([request]);
  });

  test("keeps a member called __proto__ as data", () => {
    const result = read([JSON.parse('{"__proto__":{"a":1}}')]);
    expect(Object.keys(result.data?.requests[0] ?? {})).toEqual(["__proto__"]);
  });

  test.each<[string, unknown, (string | number)[]]>([
    ["text", "x", ["requests", 0]],
    ["null", null, ["requests", 0]],
    ["a list", [], ["requests", 0]],
    ["a ctx that is no object", { ctx: 1 }, ["requests", 0, "ctx"]],
  ])("may not be %s", (_name, request, path) => {
    expect(read([request]).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test("comes a thousand at a time at most", () => {
    expect(read(Array(1000).fill({})).success).toBe(true);
    expect(read(Array(1001).fill({})).success).toBe(false);
  });
});

test("a policy document reaches the language's own judge with a member called __proto__", () => {
  const read = policyDocument.safeParse(JSON.parse('{"display_name":"x","__proto__":{}}'));
  expect(Object.keys(read.data ?? {})).toEqual(["display_name", "__proto__"]);
});
