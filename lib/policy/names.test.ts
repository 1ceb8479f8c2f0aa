import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileNameTest, matchesName } from "./name-pattern";
import { NamePatternIndex } from "./name-pattern-index";
import { compareAsBytes, comparePolicies } from "./policy-order";
import type { Effect, IdentifiedPolicy } from "./types";

const SEED = 20_261_123;

describe("matchesName", () => {
  it.each<[string, string, boolean]>([
    ["ehr.*", "ehr.read", true],
    ["ehr.*", "ehr.note.write", true],
    ["ehr.*", "ehr", false],
    ["ehr.*", "ehrs.read", false],
    ["*.read", "ehr.read", true],
    ["*.read", "ehr.note.read", false],
    ["*.read", "read", false],
    ["*", "ehr", true],
    ["*", "ehr.note.read", true],
    ["ehr.*.write", "ehr.note.write", true],
    ["ehr.*.write", "ehr.write", false],
    ["ehr.*.*", "ehr.note", false],
    ["ehr.*.*", "ehr.note.write.now", true],
    ["ehr.read", "EHR.read", false],
    ["ehr.read", "ehr.read.more", false],
  ])("%s on %s: %s", (pattern, name, matches) => {
    expect(matchesName(pattern, name)).toBe(matches);
  });
});

describe("NamePatternIndex", () => {
  it("finds the patterns that match one by one", () => {
    const segment = fc.constantFrom("a", "b", "c");
    const name = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("."));
    const pattern = fc
      .array(fc.oneof(segment, fc.constant("*")), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join("."));
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 30 }), name, (patterns, given) => {
        const index = new NamePatternIndex();
        for (const [position, one] of patterns.entries()) index.add(one, position);
        const found = new Set(index.find(given).flatMap((group) => index.positions(group)));
        const expected = patterns.flatMap((one, position) => (matchesName(one, given) ? [position] : []));
        expect([...found].sort((a, b) => a - b)).toEqual(expected);
        expect(compileNameTest(patterns)(given)).toBe(expected.length > 0);
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });
});

describe("the order of evaluation", () => {
  const policy = (id: string, effect: Effect, priority?: number): IdentifiedPolicy => {
    return { id, display_name: id, effect, actions: ["*"], ...(priority === undefined ? {} : { priority }) };
  };

  it("is priority, then effect, then id", () => {
    const ordered = [
      policy("z", "allow", 0),
      policy("z", "deny", 499),
      policy("b", "deny"),
      policy("c", "deny", 500),
      policy("a", "require_approval"),
      policy("A", "allow"),
      policy("a", "allow"),
      policy("a", "deny", 501),
    ];
    const shuffled = [3, 6, 1, 7, 0, 5, 2, 4].flatMap((index) => ordered[index] ?? []);
    expect(shuffled.sort(comparePolicies)).toEqual(ordered);
  });

  it("compares ids as UTF-8 bytes", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "\uE000", "\uFFFD", "😀", "𐀀") });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareAsBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });
});
