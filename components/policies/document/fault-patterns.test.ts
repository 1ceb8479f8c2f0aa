import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { LIMITS, parseCondition, parsePolicy } from "@/lib/policy";
import { faultWords } from "../fault-words";
import { FAULT_PATTERNS, type FaultCode, recognizeFault } from "./fault-patterns";

const en = testTranslator("policies.form.faults");
const es = testTranslator("policies.form.faults", "es");

const of = (document: object) => {
  const parsed = parsePolicy(document);
  return parsed.kind === "ok" ? [] : parsed.faults.map((fault) => fault.message);
};
const policy = (more: object) =>
  of({ display_name: "P", effect: "require_approval", actions: ["a"], ...more });
const condition = (json: unknown) => {
  const parsed = parseCondition(json);
  return parsed.kind === "ok" ? [] : parsed.faults.map((fault) => fault.message);
};
const deep = (levels: number): unknown => (levels === 0 ? true : { op: "not", args: [deep(levels - 1)] });
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

/** Documents that are wrong in every way that the parser knows. */
const MESSAGES = [
  ...of({}),
  ...policy({ display_name: "", effect: "maybe", actions: "a", enabled: 1, extra: 1 }),
  ...policy({ display_name: 5, priority: 5000, actions: [], resource_types: [""], condition: 5 }),
  ...policy({ display_name: "x".repeat(300), actions: ["a b"], effect: "deny", approval: {} }),
  ...policy({ approval: 5 }),
  ...policy({ approval: { expires_in_seconds: 10, escalate_after_seconds: 20 } }),
  ...policy({ approval: { escalate_to_roles: ["a"], stages: [5] } }),
  ...policy({ obligations: [5, { type: "a", x: nested(20) }] }),
  ...policy({
    obligations: [{ type: "a", ...Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`m${n}`, n])) }],
  }),
  ...policy({ obligations: [{ type: "a", x: undefined }] }),
  ...policy({ obligations: Array.from({ length: 500 }, () => ({ type: "a" })) }),
  ...condition({ op: "xor", args: [] }),
  ...condition({ op: 5, args: [] }),
  ...condition({ op: "eq", args: 5 }),
  ...condition({ op: "eq", args: [1] }),
  ...condition({ op: "not", args: [] }),
  ...condition({ op: "and", args: [] }),
  ...condition({ op: "weekday_in", args: [1] }),
  ...condition({ op: "and", args: [true], note: 1 }),
  ...condition({ op: "and", args: Array.from({ length: 300 }, () => true) }),
  ...condition(deep(30)),
  ...condition({ op: "eq", args: ["ctx.", { x: 1 }] }),
  ...condition({ op: "eq", args: [{ lit: 1, x: 1 }, [[1]]] }),
  ...condition({ op: "eq", args: [Number.POSITIVE_INFINITY, "x".repeat(5000)] }),
  ...condition({ op: "exists", args: ["x"] }),
  ...condition({ op: "in", args: ["ctx.a", Array.from({ length: 2000 }, () => 1)] }),
  ...condition({ op: "matches", args: ["ctx.a", "("] }),
  ...condition({ op: "matches", args: ["ctx.a", 5] }),
  ...condition({ op: "matches", args: ["ctx.a", "x".repeat(LIMITS.regexCharacters + 1)] }),
  ...condition({ op: "ip_in", args: ["ctx.a", "x"] }),
  ...condition({ op: "time_between", args: ["ctx.a", "25:00", "06:00", "Nowhere"] }),
  ...condition({ op: "weekday_in", args: ["ctx.a", ["noday"]] }),
  // Said by the parser where a list of policies is read, and of values that no JSON text can hold.
  "Another policy of the list has this id.",
  "The policy needs an id here.",
  "This is no value.",
  "This is no JSON value.",
];

describe("faults in the reader's language", () => {
  it("recognizes every sentence that a wrong document is answered with", () => {
    expect(MESSAGES.filter((message) => recognizeFault(message) === null)).toEqual([]);
  });

  it("has no pattern for a sentence that nobody says", () => {
    const said = new Set(MESSAGES.map((message) => recognizeFault(message)?.code));
    expect((Object.keys(FAULT_PATTERNS) as FaultCode[]).filter((code) => !said.has(code))).toEqual([]);
  });

  it("says in English what the parser says, and something else in Spanish", () => {
    for (const message of MESSAGES) {
      const single = message.replace(/\d argument,/, (found) => found.replace("argument", "arguments"));
      expect(faultWords({ message }, en)).toBe(single);
      expect(faultWords({ message }, es)).not.toBe(message);
    }
  });

  it("knows every sentence of the parser's source that stands there whole", () => {
    const sources = [
      "parse-approval",
      "parse-condition",
      "parse-operand",
      "parse-policy",
      "parse-obligation",
      "faults",
    ];
    const sentences = sources.flatMap((name) => {
      const source = readFileSync(new URL(`../../../lib/policy/${name}.ts`, import.meta.url), "utf8");
      return [
        ...source.matchAll(
          /(?<=[(\s])(?:"((?:A|An|The|This|Only|Escalation|Conditions) [^"$]+\.)"|'([A-Z][^'$]+\.)')/g,
        ),
      ];
    });
    const words = sentences.map((found) => found[1] ?? found[2] ?? "");
    expect(words.length).toBeGreaterThan(15);
    expect(words.filter((message) => recognizeFault(message) === null)).toEqual([]);
  });

  it("leaves a sentence of another origin as it is", () => {
    expect(faultWords({ message: "Something new." }, es)).toBe("Something new.");
  });
});
