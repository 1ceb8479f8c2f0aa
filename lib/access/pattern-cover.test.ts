import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesName } from "../policy";
import { allowancesBeyond, patternCovers } from "./pattern-cover";

describe("patternCovers", () => {
  test.each([
    ["*", "ehr.read", true],
    ["*", "*", true],
    ["ehr.*", "ehr.read", true],
    ["ehr.*", "ehr.notes.read", true],
    ["ehr.*", "ehr.*", true],
    ["ehr.*", "*", false],
    ["ehr.*", "ehr", false],
    ["ehr.read", "ehr.*", false],
    ["ehr.read", "ehr.read", true],
    ["*.read", "ehr.read", true],
    ["*.read", "ehr.notes.read", false],
    ["*.read", "*.read", true],
    ["*.*", "ehr.*", true],
    ["*.*", "*", false],
    ["ehr.*.read", "ehr.*", false],
  ])("%s covers %s: %s", (outer, inner, expected) => {
    expect(patternCovers(outer, inner)).toBe(expected);
  });

  test("covers exactly when no name matches the inner pattern alone", () => {
    const segment = fc.constantFrom("a", "b", "*");
    const pattern = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
    const letters = ["a", "b", "c"];
    const names = [1, 2, 3, 4].flatMap((length) =>
      Array.from({ length: letters.length ** length }, (_, n) =>
        Array.from({ length }, (_, i) => letters[Math.floor(n / letters.length ** i) % letters.length]).join(
          ".",
        ),
      ),
    );
    fc.assert(
      fc.property(pattern, pattern, (outer, inner) => {
        const contained = names.every((name) => !matchesName(inner, name) || matchesName(outer, name));
        expect(patternCovers(outer, inner)).toBe(contained);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});

describe("allowancesBeyond", () => {
  test("names what is not held, type by type", () => {
    const held = [{ actions: ["ehr.*"], resource_types: ["patient_record"] }, { actions: ["lab.read"] }];
    expect(allowancesBeyond(held, [{ actions: ["ehr.read"], resource_types: ["patient_record"] }])).toEqual(
      [],
    );
    expect(allowancesBeyond(held, [{ actions: ["lab.read"] }])).toEqual([]);
    expect(allowancesBeyond(held, [{ actions: ["ehr.read"] }])).toEqual(["ehr.read on *"]);
    expect(allowancesBeyond(held, [{ actions: ["lab.*"], resource_types: ["sample"] }])).toEqual([
      "lab.* on sample",
    ]);
    expect(allowancesBeyond([], [])).toEqual([]);
  });
});
