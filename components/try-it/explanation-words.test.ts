import { describe, expect, it } from "vitest";
import type { Explanation } from "@/lib/contracts/decisions";
import { testTranslator } from "@/lib/i18n/test-translator";
import { explanationIn } from "./explanation-words";

const answer = (over: Partial<Explanation>): Explanation => ({
  effect: "allow",
  matched_policy_id: "pol_1",
  reason: "policy",
  message: "Allowed by the policy “Demographics”.",
  steps: [],
  policies: [{ policy_id: "pol_1", display_name: "Demographics" }],
  context: { action: { name: "ehr.write" }, resource: { type: "claim" } },
  ...over,
});
const spanish = (over: Partial<Explanation>) =>
  explanationIn(answer(over), testTranslator("try-it.said", "es"), "es-US");

describe("explanationIn", () => {
  it("leaves the server's own sentences to English readers", () => {
    const told = answer({ steps: [{ step: "gates", outcome: "pass", message: "Every gate is open." }] });
    expect(explanationIn(told, testTranslator("try-it.said"), "en-US")).toBe(told);
  });

  it("says answer and steps in Spanish by what the server's answer carries", () => {
    const { message, steps } = spanish({
      steps: [
        { step: "gates", outcome: "pass", message: "Every gate is open." },
        { step: "permissions", outcome: "pass", message: "Permitted: the subject as agent." },
        { step: "policies", outcome: "allow", message: "Allowed by the policy “Demographics”." },
      ],
    });
    expect(message).toBe("Permitido por la política «Demographics».");
    expect(steps.map((step) => step.message)).toEqual([
      "Todas las compuertas están abiertas.",
      "Lo permite un rol del agente.",
      "Permitido por la política «Demographics».",
    ]);
  });

  it.each([
    ["agent_disabled", "gates", /^El agente está desactivado/],
    ["not_permitted", "permissions", /permite ehr\.write sobre claim/],
  ] as const)("tells a refusal for %s", (reason, step, sentence) => {
    const message = "The server’s sentence.";
    const told = spanish({
      reason,
      message,
      effect: "deny",
      matched_policy_id: null,
      steps: [{ step, outcome: "deny", message }],
    });
    expect(told.message).toMatch(sentence);
    expect(told.steps[0]?.message).toMatch(sentence);
  });

  it("falls back to the server's sentence where nothing is known", () => {
    const told = spanish({
      reason: "approval_not_valid",
      effect: "deny",
      message: "The approval was used.",
      steps: [{ step: "approval", outcome: "skip", message: "Not looked at." }],
    });
    expect(told.message).toBe("The approval was used.");
    expect(told.steps[0]?.message).toBe("Not looked at.");
  });
});
