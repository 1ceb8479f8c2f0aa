import { describe, expect, it } from "vitest";
import type { Explanation, TraceStep } from "@/lib/contracts/decisions";
import { testTranslator } from "@/lib/i18n/test-translator";
import { explanationIn, isWidened } from "./explanation-words";

const permitted: TraceStep = {
  step: "permissions",
  outcome: "pass",
  message: "Permitted by the requester’s role “scribe”, and by emergency access of the person acted for.",
  code: "permitted",
  params: { subject: "role", subject_role: "scribe", principal: "emergency", principal_role: "" },
};
const answer = (over: Partial<Explanation>): Explanation => ({
  effect: "allow",
  matched_policy_id: "pol_1",
  reason: "policy",
  message: "Allowed by the policy “Demographics”.",
  code: "policy_allows",
  params: { policy: "Demographics" },
  steps: [permitted],
  policies: [],
  context: {},
  ...over,
});
const said = (over: Partial<Explanation>, locale: "en" | "es") => {
  const { message, steps } = explanationIn(answer(over), {
    said: testTranslator("try-it.said", locale),
    roles: testTranslator("roles", locale),
  });
  return [message, ...steps.map((step) => step.message)];
};

describe("explanationIn", () => {
  it("says answer and steps by their codes", () => {
    expect(said({}, "en")).toEqual(["Allowed by the policy “Demographics”.", permitted.message]);
    expect(said({}, "es")).toEqual([
      "Permitido por la política «Demographics».",
      "Permitido por el rol «scribe» del solicitante y por acceso de emergencia de la persona representada.",
    ]);
  });

  it("calls built-in roles by what they are called, and others as they are named", () => {
    const params = { subject: "role", subject_role: "agent", principal: "role", principal_role: "scribe" };
    const steps = [{ ...permitted, params }];
    expect(said({ steps }, "en")[1]).toContain("role “Agent”, and by the role “scribe” of");
    expect(said({ steps }, "es")[1]).toContain("rol «Agente»");
    expect(said({ steps }, "es")[1]).toContain("rol «scribe»");
  });

  it("falls back to the server's sentence for a code of a later version", () => {
    const later = { code: "moon_phase" as TraceStep["code"], message: "The moon is not full." };
    expect(said({ ...later, steps: [] }, "es")).toEqual([later.message]);
  });
});

it("tells emergency access that stands in for a role from none", () => {
  const alone = { ...permitted, params: { subject: "role", subject_role: "agent", principal: "none" } };
  expect([permitted, alone].map((step) => isWidened({ steps: [step] }))).toEqual([true, false]);
});
