import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, MAX_DEPTH } from "./canonical";
import { appendEntries, emptyHead, prepareDraft } from "./chain";
import { canonicalEntry, parseEntry } from "./entry";
import { portableHasher as hasher } from "./portable-crypto";

const text = fc.string({ unit: "grapheme" }).filter((one) => !one.includes("\0") && one.isWellFormed());
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.maxSafeInteger(),
    text,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 5 }),
  ),
})).value;

describe("canonicalJson", () => {
  it("gives the bytes of another implementation of RFC 8785", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toEqual({ kind: "canonical", text: canonicalize(value) });
      }),
      { numRuns: 2000, seed: 8785 },
    );
  });

  it("gives the same bytes whatever the order of the members", () => {
    const members = fc.uniqueArray(fc.tuple(text, fc.maxSafeInteger()), { selector: ([name]) => name });
    fc.assert(
      fc.property(members, (pairs) => {
        expect(canonicalJson(Object.fromEntries(pairs))).toEqual(
          canonicalJson(Object.fromEntries(pairs.toReversed())),
        );
      }),
      { seed: 8785 },
    );
  });

  it("is its own fixed point", () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = canonicalJson(value);
        expect(once.kind === "canonical" && canonicalJson(JSON.parse(once.text))).toEqual(once);
      }),
      { seed: 8785 },
    );
  });

  it.each([
    ["a fraction", { a: 1.5 }, "/a"],
    ["an integer beyond 2^53−1", { a: [0, 2 ** 53] }, "/a/1"],
    ["one below −(2^53−1)", [-(2 ** 53)], "/0"],
    ["infinity", Number.POSITIVE_INFINITY, ""],
    ["not a number", { "a/b": { "c~d": Number.NaN } }, "/a~1b/c~0d"],
    ["a lone surrogate", { a: { b: "x\ud800" } }, "/a/b"],
    ["a lone low surrogate", ["\udc00x"], "/0"],
    ["a lone surrogate in a name", { a: { "\ud83d": 1 } }, "/a"],
    ["U+0000", { a: "x\0" }, "/a"],
    ["U+0000 in a name", { "\0": 1 }, ""],
    ["undefined", { a: undefined }, "/a"],
    ["a hole", new Array(1), "/0"],
    ["a date", { at: new Date(0) }, "/at"],
    ["a big integer", 1n, ""],
    ["a function", { f: () => 1 }, "/f"],
  ])("refuses %s and says where", (_, value, path) => {
    expect(canonicalJson(value)).toMatchObject({ kind: "refused", path });
  });

  it("takes text that only looks like a forbidden escape", () => {
    for (const value of ["\\u0000", "\\ud800", "😀", "\\\\u0000"]) {
      expect(canonicalJson([value])).toEqual({ kind: "canonical", text: JSON.stringify([value]) });
    }
  });

  it("takes the ends of the integers, and writes minus zero as zero", () => {
    const ends = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -0];
    expect(canonicalJson(ends)).toMatchObject({ text: "[9007199254740991,-9007199254740991,0]" });
  });

  it("refuses nesting beyond its limit instead of running out of stack", () => {
    const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown;
    expect(canonicalJson(nested(MAX_DEPTH))).toMatchObject({ kind: "canonical" });
    expect(canonicalJson(nested(MAX_DEPTH + 1))).toMatchObject({ kind: "refused" });
    expect(canonicalJson(nested(5000))).toMatchObject({ kind: "refused" });
  });
});

describe("the writer's short cut", () => {
  it("gives the same bytes as canonicalising the whole entry", () => {
    const draft = fc.record({
      time: fc
        .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString()),
      type: fc.constantFrom("decision.evaluated", "policy.published", "later.kind_of_event"),
      actor: fc.record({
        type: fc.constantFrom("agent" as const, "user" as const),
        id: text.filter((id) => id !== ""),
      }),
      data: fc.dictionary(text, json),
    });
    fc.assert(
      fc.property(
        fc.array(draft, { maxLength: 5 }),
        text.filter((org) => org !== ""),
        (drafts, org) => {
          const prepared = drafts.flatMap((one) => {
            const made = prepareDraft(one as Parameters<typeof prepareDraft>[0]);
            return made.kind === "prepared" ? [made.prepared] : [];
          });
          expect(prepared).toHaveLength(drafts.length);
          for (const entry of appendEntries(hasher, emptyHead(org), prepared).entries) {
            const parsed = parseEntry(entry.text);
            expect(parsed.kind === "entry" && canonicalEntry(parsed.entry)).toEqual({
              kind: "canonical",
              text: entry.text,
            });
          }
        },
      ),
      { numRuns: 500, seed: 8785 },
    );
  });
});
