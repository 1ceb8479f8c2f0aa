import { describe, expect, it } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { FAULT_CODES, type Fault, LIMITS, parseCondition, parsePolicy, parsePolicyList } from "@/lib/policy";

const translators = {
  en: testTranslator("policies.form.faults"),
  es: testTranslator("policies.form.faults", "es"),
};
const say = (locale: "en" | "es", { code, params }: Fault) =>
  (translators[locale] as unknown as (key: string, values: object) => string)(code, params);

const of = (document: object) => {
  const parsed = parsePolicy(document);
  return parsed.kind === "ok" ? [] : parsed.faults;
};
const policy = (more: object) =>
  of({ display_name: "P", effect: "require_approval", actions: ["a"], ...more });
const condition = (json: unknown) => {
  const parsed = parseCondition(json);
  return parsed.kind === "ok" ? [] : parsed.faults;
};
const list = (json: unknown) => {
  const parsed = parsePolicyList(json);
  return parsed.kind === "ok" ? [] : parsed.faults;
};
const deep = (levels: number): unknown => (levels === 0 ? true : { op: "not", args: [deep(levels - 1)] });
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

/** Documents that are wrong in every way that the parser knows. */
const FAULTS: readonly Fault[] = [
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
  ...list([{ display_name: "P", effect: "deny", actions: ["a"] }]),
  ...list(["q", "q"].map((id) => ({ id, display_name: "P", effect: "deny", actions: ["a"] }))),
];

describe("faults of a policy in the reader's language", () => {
  it("are tried here in every way in which a document can be wrong", () => {
    const tried = new Set(FAULTS.map(({ code }) => code));
    // Said where a parser answers with neither a value nor a fault, which none does.
    expect(FAULT_CODES.filter((code) => !tried.has(code))).toEqual(["no_value"]);
  });

  it("read in English as the parser writes them, and otherwise in Spanish", () => {
    for (const fault of FAULTS) {
      expect(say("en", fault)).toBe(fault.message);
      expect(say("es", fault)).not.toBe(fault.message);
    }
  });
});
