import { describe, expect, it } from "vitest";
import * as z from "zod";
import { dottedName, id, roleName, text } from "./common";
import { faultsOf } from "./faults";

const told = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error ? faultsOf(error).map(({ code, params }) => (params ? { code, ...params } : { code })) : [];
};
const member = z.strictObject({ name: z.string() });

describe("faultsOf", () => {
  it.each<[string, z.ZodType, unknown, object]>([
    ["what is missing", member, {}, { code: "required" }],
    ["what is not known", member, { name: "a", extra: 1 }, { code: "unknown_member" }],
    ["another type", member, { name: 5 }, { code: "wrong_type", expected: "string" }],
    ["no whole number", z.int(), 1.5, { code: "wrong_type", expected: "int" }],
    ["another choice", z.enum(["a", "b"]), "c", { code: "choice", choices: "a, b" }],
    ["an empty text", text(9, 1), "", { code: "empty" }],
    ["a long text", text(2), "abc", { code: "text_at_most", most: 2 }],
    ["a short text", text(9, 3), "ab", { code: "text_at_least", least: 3 }],
    ["a small number", z.number().min(5), 4, { code: "number_at_least", least: 5 }],
    ["a large number", z.number().max(5), 6, { code: "number_at_most", most: 5 }],
    ["an empty list", z.array(z.string()).min(1), [], { code: "empty" }],
    ["a long list", z.array(z.string()).max(1), ["a", "b"], { code: "list_at_most", most: 1 }],
    ["no instant", z.iso.datetime(), "noon", { code: "format", format: "datetime" }],
    ["no address", z.url(), "there", { code: "format", format: "url" }],
    ["no dotted name", dottedName, "a b", { code: "dotted_name" }],
    ["no name of a role", roleName, "A", { code: "role_name" }],
    ["another id", id("apr"), "pol_1", { code: "id", prefix: "apr" }],
    ["what cannot be stored", text(9), "\u0000", { code: "unstorable" }],
  ])("codes %s", (_, schema, value, code) => {
    expect(told(schema, value)).toEqual([code]);
  });

  it("keeps the sentence of a check that has no code", () => {
    const odd = z.string().refine(() => false, "is odd");
    const { error } = odd.safeParse("a");
    expect(error && faultsOf(error, "?")).toEqual([{ pointer: "?", message: "is odd" }]);
  });

  it("points at the member, with its slashes escaped", () => {
    const { error } = z.object({ "a/b~": z.string() }).safeParse({});
    expect(error && faultsOf(error)[0]?.pointer).toBe("/a~1b~0");
  });
});
