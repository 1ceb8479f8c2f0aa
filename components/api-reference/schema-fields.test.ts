import { expect, test } from "vitest";
import { schemaFields, typeWords } from "./schema-fields";

test("says types as people do", () => {
  expect(typeWords({ enum: ["allow", "deny"] })).toBe('"allow" | "deny"');
  expect(typeWords({ type: "array", items: { type: "string" } })).toBe("list of text");
  expect(typeWords({ anyOf: [{ type: "integer" }, { type: "null" }] })).toBe("whole number or null");
  expect(typeWords({ type: ["string", "null"] })).toBe("text or null");
  expect(typeWords({ type: ["array", "null"], items: { type: "string" } })).toBe("list of text or null");
  expect(typeWords({ type: "string", format: "date-time" })).toBe("time");
  expect(typeWords({ $ref: "#/components/schemas/Policy" })).toBe("Policy");
  expect(typeWords({})).toBe("any JSON");
});

test("follows inner objects and lists under dotted names", () => {
  const fields = schemaFields({
    type: "object",
    required: ["items"],
    properties: {
      items: {
        type: "array",
        maxItems: 5,
        items: { type: "object", properties: { id: { type: "string", maxLength: 64 } }, required: ["id"] },
      },
      owner: { anyOf: [{ type: "object", properties: { name: { type: "string" } } }, { type: "null" }] },
      limit: { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER, default: 50 },
    },
  });
  expect(fields).toEqual([
    { name: "items", type: "list of object", required: true, note: "at most 5 items" },
    { name: "items[].id", type: "text", required: true, note: "at most 64 characters" },
    { name: "owner", type: "object or null", required: false, note: "" },
    { name: "owner.name", type: "text", required: false, note: "" },
    { name: "limit", type: "whole number", required: false, note: "at least 1, default 50" },
  ]);
});
