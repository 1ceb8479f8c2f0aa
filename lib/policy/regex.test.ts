import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { checkCondition, parseCondition } from "./index";
import { compileRegex } from "./regex";
import { literalEngine } from "./regex-engine";

const SEED = 20_261_123;
/** Between the tenfold of linear time and the hundredfold of quadratic time. */
const LINEAR_GROWTH = 40;

/**
 * How much longer ten times the text takes. A busy machine makes a measurement longer, never shorter, so the least of
 * several, taken in turn, is what the work itself costs; more are taken for as long as the growth looks too large.
 */
function growth(test: ((text: string) => boolean) | null, length: number): number {
  if (test === null) throw new Error("This is no pattern.");
  const subject = (size: number) => `${"a".repeat(size)}!`;
  const [short, long] = [subject(length), subject(length * 10)];
  const least = { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY };
  for (let tries = 1; ; tries += 1) {
    // Ten of the short ones are timed as one, above what the clock can tell apart.
    least.short = Math.min(least.short, milliseconds(() => test(short), 10) / 10);
    least.long = Math.min(
      least.long,
      milliseconds(() => test(long), 1),
    );
    const grown = least.long / least.short;
    if (tries >= 3 && (grown < LINEAR_GROWTH || tries >= 15)) return grown;
  }
}

function milliseconds(work: () => void, times: number): number {
  const start = performance.now();
  for (let run = 0; run < times; run += 1) work();
  return performance.now() - start;
}

describe("compileRegex", () => {
  it.each<[string, string, boolean]>([
    ["^dr-", "dr-lee", true],
    ["^dr-", "a\ndr-lee", false],
    ["\\.read$", "ehr.read", true],
    ["\\.read$", "ehr.read\n", false],
    ["^$", "", true],
    ["", "anything", true],
    ["e.r", "ehr", true],
    ["e.r", "e\nr", false],
    ["(?i)ICU", "icu", true],
    ["(?s)e.r", "e\nr", true],
    ["(?m)^dr", "a\ndr", true],
    ["\\bward\\b", "the ward 3", true],
    ["\\pL+", "ñ", true],
    ["^.$", "😀", true],
    ["[[:digit:]]{3}", "ab123", true],
    ["\\Qa.b\\E", "a.b", true],
    ["^\\d+$", "٣", false],
    ["(?P<unit>icu|er)", "in er", true],
  ])("%j finds %j: %j", (pattern, text, found) => {
    expect(compileRegex(pattern)?.(text)).toBe(found);
  });

  it.each(["(", "a**", "[z-a]", "(?=a)", "(?<!a)b", "\\1", "a{1001}", "\\", "(?P<n", "*", "x".repeat(513)])(
    "refuses %j, which is no RE2 pattern",
    (pattern) => {
      expect(compileRegex(pattern)).toBeNull();
    },
  );

  it("counts characters, not UTF-16 units, against the limit", () => {
    expect(compileRegex("😀".repeat(512))).not.toBeNull();
    expect(compileRegex("😀".repeat(513))).toBeNull();
  });

  it("answers for a plain text what the automaton answers", () => {
    const piece = fc.constantFrom(
      "a",
      "b",
      "A",
      " ",
      "-",
      "\\.",
      "\\-",
      "\\/",
      "\\$",
      "\\\\",
      "\\|",
      ":",
      "^",
      "$",
      "9",
    );
    const pattern = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(""));
    const text = fc.array(
      fc.constantFrom("a", "b", "A", ".", "\n", "$", "^", "|", "\\", "-", "/", "9", " ", ":"),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(pattern, text, (source, characters) => {
        const subject = characters.join("");
        expect(compileRegex(source)?.(subject)).toBe(RE2JS.compile(source).matcher(subject).find());
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });

  it.each([
    "(a+)+$",
    "(a|a)*b",
    "(a*)*c",
    "([a-z]+)*\\d",
    "(x+x+)+y",
    "a{0,30}a{30}b",
    "(.*)(.*)(.*)(.*)(.*)q",
  ])("takes time linear in the text's length: %s", (pattern) => {
    expect(growth(compileRegex(pattern), 10_000)).toBeLessThan(LINEAR_GROWTH);
  });

  it("would notice time that is quadratic in the text's length", () => {
    // A backtracking engine looks for the missing b once from each a.
    const backtracking = /a+b/;
    expect(growth((text) => backtracking.test(text), 500)).toBeGreaterThan(LINEAR_GROWTH);
  });
});

describe("literalEngine", () => {
  const piece = fc.constantFrom(
    "a",
    ".",
    "*",
    "+",
    "(",
    ")",
    "[",
    "]",
    "|",
    "\\",
    "\\.",
    "^",
    "$",
    "{2}",
    "?",
    "é",
    " ",
  );
  const pattern = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  const matches = (source: string) => ({ op: "matches", args: ["ctx.subject.id", { lit: source }] });

  it("takes no pattern that RE2 refuses, and answers as RE2 where it answers", () => {
    fc.assert(
      fc.property(pattern, fc.string({ maxLength: 6 }), (source, text) => {
        const test = literalEngine(source);
        if (test !== null) expect(test(text)).toBe(RE2JS.compile(source).matcher(text).find());
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });

  it("leaves the same faults at the same places, but for patterns that only RE2 can judge", () => {
    const conditions = fc.array(pattern, { minLength: 1, maxLength: 4 }).map((sources) => ({
      op: "and",
      args: [...sources.map(matches), { op: "eq", args: [1] }],
    }));
    fc.assert(
      fc.property(conditions, (condition) => {
        const faultsOf = (parsed: ReturnType<typeof parseCondition>) =>
          parsed.kind === "ok" ? [] : parsed.faults.map(({ pointer, code }) => `${code} ${pointer}`);
        const whole = faultsOf(parseCondition(condition));
        const partial = faultsOf(checkCondition(condition, literalEngine));
        expect(partial).toEqual(expect.arrayContaining(whole));
        expect(partial.filter((fault) => !fault.startsWith("regex "))).toEqual(
          whole.filter((fault) => !fault.startsWith("regex ")),
        );
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("accepts no condition with a pattern that it cannot judge", () => {
    expect(checkCondition(matches("^dr-[0-9]+$"), literalEngine)).toMatchObject({
      kind: "invalid",
      faults: [{ code: "regex", pointer: "/args/1" }],
    });
    expect(checkCondition(matches("^dr-"), literalEngine).kind).toBe("ok");
  });
});
