import { expect, test } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { schemaFields, typeWords } from "./schema-fields";

const t = testTranslator("api-reference");

test("says types as people do", () => {
  expect(typeWords({ enum: ["allow", "deny"] }, t)).toBe('"allow" | "deny"');
  expect(typeWords({ type: "array", items: { type: "string" } }, t)).toBe("list of text");
  expect(typeWords({ anyOf: [{ type: "integer" }, { type: "null" }] }, t)).toBe("whole number or null");
  expect(typeWords({ type: ["string", "null"] }, t)).toBe("text or null");
  expect(typeWords({ type: ["array", "null"], items: { type: "string" } }, t)).toBe("list of text or null");
  expect(typeWords({ type: "string", format: "date-time" }, t)).toBe("time");
  expect(typeWords({ $ref: "#/components/schemas/Policy" }, t)).toBe("Policy");
  expect(typeWords({}, t)).toBe("any JSON");
});

test("follows inner objects and lists under dotted names", () => {
  const fields = schemaFields(
    {
      type: "object",
      required: ["items"],
      properties: {
        items: {
          type: "array",
          maxItems: 5,
          items: { type: "object", properties: { id: { type: "string", maxLength: 64 } }, required: ["id"] },
        },
        owner: { anyOf: [{ type: "object", properties: { name: { type: "string" } } }, { type: "null" }] },
        limit: {
          type: "integer",
          description: "How many.",
          minimum: 1,
          maximum: Number.MAX_SAFE_INTEGER,
          default: 50,
        },
      },
    },
    t,
  );
  expect(fields).toEqual([
    { name: "items", type: "list of object", required: true, note: "at most 5 items", meaning: "" },
    { name: "items[].id", type: "text", required: true, note: "at most 64 characters", meaning: "" },
    { name: "owner", type: "object or null", required: false, note: "", meaning: "" },
    { name: "owner.name", type: "text", required: false, note: "", meaning: "" },
    {
      name: "limit",
      type: "whole number",
      required: false,
      note: "at least 1, default 50",
      meaning: "How many.",
    },
  ]);
});

test("says types and limits in Spanish", () => {
  const schema = {
    properties: { tags: { type: ["array", "null"], items: { type: "string" }, maxItems: 9 } },
  };
  expect(schemaFields(schema, testTranslator("api-reference", "es"))).toEqual([
    {
      name: "tags",
      type: "lista de texto o nulo",
      required: false,
      note: "9 elementos como máximo",
      meaning: "",
    },
  ]);
});
