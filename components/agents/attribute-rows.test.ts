import { describe, expect, test } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { type AttributeRow, readRows, rowsOf } from "./attribute-rows";

const t = testTranslator("agents.attributes");
const row = (key: number, over: Partial<AttributeRow>): AttributeRow => ({
  key,
  name: "unit",
  kind: "text",
  value: "icu",
  ...over,
});

describe("attribute rows", () => {
  test.each([
    [{ unit: "icu", beds: 4, live: true, wards: ["3A", "3B"], nested: { a: [1, null] }, none: null }],
    [{ odd: ["a, b", " c"], empty: "", list: [] }],
    [{}],
  ])("%j comes back as it was", (attrs) => {
    expect(readRows(rowsOf(attrs), t)).toEqual({ kind: "attributes", attrs });
  });

  test("an empty row is none", () => {
    expect(readRows([row(1, { name: " ", value: "" })], t)).toEqual({ kind: "attributes", attrs: {} });
  });

  test("a number of attributes called __proto__ and the like are attributes", () => {
    const read = readRows([row(1, { name: "__proto__", value: "x" })], t);
    expect(read.kind === "attributes" && Object.entries(read.attrs)).toEqual([["__proto__", "x"]]);
  });

  test.each([
    ["no name", [row(1, { name: "" })], 1],
    ["a name twice", [row(1, {}), row(2, {})], 2],
    ["no number", [row(1, { kind: "number", value: "four" })], 1],
    ["an empty number", [row(1, { kind: "number", value: "" })], 1],
    ["no JSON", [row(1, { kind: "json", value: "{" })], 1],
  ])("%s is told at its row", (_, rows, key) => {
    const read = readRows(rows, t);
    expect(read.kind).toBe("faults");
    expect(read.kind === "faults" && [...read.faults.keys()]).toEqual([key]);
  });
});
