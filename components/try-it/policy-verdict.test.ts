import { expect, test } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import type { PolicyTrace } from "@/lib/policy";
import { policyVerdict } from "./policy-verdict";

const trace = (over: Partial<PolicyTrace>): PolicyTrace =>
  ({
    policy_id: "pol_1",
    display_name: "Night shift",
    effect: "deny",
    priority: 100,
    action_matched: true,
    value: "unknown",
    condition: null,
    unknown_paths: [
      { path: "ctx.context.unit", problem: "missing" },
      { path: "ctx.env.time", problem: "wrong_type" },
    ],
    matched: true,
    ...over,
  }) as PolicyTrace;

test("doubt is told with its reasons, in both languages", () => {
  expect(policyVerdict(trace({}), testTranslator("try-it.verdict"), "en-US")).toBe(
    "Its condition is unknown because ctx.context.unit is missing and ctx.env.time has another type than the condition needs. It forbids or asks, so it counts as a match: doubt never opens a door.",
  );
  expect(policyVerdict(trace({ matched: false }), testTranslator("try-it.verdict", "es"), "es-US")).toBe(
    "Su condición es desconocida porque falta ctx.context.unit y ctx.env.time es de otro tipo que el que necesita la condición, así que se pasó por alto.",
  );
});
