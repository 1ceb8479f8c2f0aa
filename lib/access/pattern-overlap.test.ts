import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesName } from "../policy";
import { patternsMeet } from "./pattern-overlap";

describe("patternsMeet", () => {
  test.each([
    ["*", "ehr.read", true],
    ["ehr.*", "*.read", true],
    ["ehr.*", "ehr.notes.read", true],
    ["ehr.*", "ehr", false],
    ["ehr.read", "ehr.write", false],
    ["*.read", "ehr.notes.read", false],
    ["lab.*", "ehr.*", false],
    ["*.read", "ehr.*", true],
  ])("%s and %s: %s", (one, other, expected) => {
    expect(patternsMeet(one, other)).toBe(expected);
    expect(patternsMeet(other, one)).toBe(expected);
  });

  test("is true exactly when a name is matched by both", () => {
    const pattern = fc
      .array(fc.constantFrom("a", "b", "*"), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join("."));
    const letters = ["a", "b", "c"];
    const names = [1, 2, 3, 4].flatMap((length) =>
      Array.from({ length: letters.length ** length }, (_, n) =>
        Array.from({ length }, (_, i) => letters[Math.floor(n / letters.length ** i) % letters.length]).join(
          ".",
        ),
      ),
    );
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const shared = names.some((name) => matchesName(one, name) && matchesName(other, name));
        expect(patternsMeet(one, other)).toBe(shared);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
