import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "@/lib/policy";
import { formatJson } from "./format-json";
import { lineOf, locateJson, placeOf } from "./json-places";

const SEED = 20261123;

describe("places in JSON text", () => {
  it("finds every value by its pointer", () => {
    const text = '{\n  "a/b": [1, {"c~": "x"}],\n  "d": null\n}';
    const located = locateJson(text);
    if (located.kind === "broken") throw new Error(located.code);
    const textAt = (pointer: string) => {
      const { start, end } = placeOf(located.places, pointer);
      return text.slice(start, end);
    };
    expect(textAt("/a~1b/1/c~0")).toBe('"x"');
    expect(textAt("/a~1b/0")).toBe("1");
    expect(textAt("/d")).toBe("null");
    expect(textAt("/missing")).toBe(text);
    expect(lineOf(text, placeOf(located.places, "/d").start)).toBe(3);
  });

  it.each([
    ['{"a": }', 6],
    ['{"a": 1', 7],
    ['["x" "y"]', 5],
    ['{"a": "x}', 6],
    ["[1, 2] 3", 7],
    ["{a: 1}", 1],
    ["", 0],
    ['{"a": 01}', 7],
  ])("names where %s is broken", (text, offset) => {
    expect(locateJson(text)).toMatchObject({ kind: "broken", offset });
  });

  it("agrees with JSON.parse on what is JSON", () => {
    const nearly = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", '"', "}", "]", "0", " ", "\\"))
      .map(([text, at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearly), (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(locateJson(text).kind).toBe(parses ? "ok" : "broken");
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it("says that hostile nesting is too deep instead of overflowing", () => {
    expect(locateJson("[".repeat(100_000))).toMatchObject({ kind: "broken" });
  });

  it("formats without changing the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(JSON.parse(formatJson(json as JsonValue))).toStrictEqual(JSON.parse(JSON.stringify(json)));
      }),
      { seed: SEED },
    );
  });
});
