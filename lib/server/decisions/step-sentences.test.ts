import { describe, expect, it } from "vitest";
import { STEP_CODES, type StepParams } from "@/lib/contracts/decision-steps";
import type { LOCALES } from "@/lib/i18n/locales";
import { testTranslator } from "@/lib/i18n/test-translator";
import { say, sentenceOf } from "./step-sentences";

const named = { policy: "PHI" };
const agent = "Scribe";
const asked = { action: "ehr.read", resource_type: "claim" };

const NAMES = ["Scribe", "40", "scribe", "nurse", "PHI", "ehr.read", "claim"];

/** Each sentence in each way in which it can be filled. */
const EXAMPLES: { readonly [Code in keyof StepParams]: readonly StepParams[Code][] } = {
  gates_open: [{}],
  organization_suspended: [{}],
  subject_unknown: [{ subject_type: "agent" }, { subject_type: "user" }, { subject_type: "service" }],
  principal_unknown: [{}],
  agent_disabled: [{ agent }],
  agent_read_only: [{ agent }],
  budget_exceeded: [{ agent, budget: 40 }],
  not_permitted: [
    { side: "subject", ...asked },
    { side: "principal", ...asked },
  ],
  permitted: [
    { subject: "role", subject_role: "scribe", principal: "none", principal_role: "" },
    { subject: "emergency", subject_role: "", principal: "role", principal_role: "nurse" },
    { subject: "role", subject_role: "scribe", principal: "emergency", principal_role: "" },
  ],
  policy_allows: [named],
  policy_denies: [named],
  policy_asks: [named],
  policy_asks_to_wait: [named],
  no_policy: [{}],
  grant_stands_in: [named],
};

describe.each(STEP_CODES)("%s", (code) => {
  const sentences = (EXAMPLES[code] as readonly StepParams[typeof code][]).map((params) => {
    const said = say(code, params);
    return { ...said, message: sentenceOf(said) };
  });
  const read = (locale: (typeof LOCALES)[number]) => {
    const t = testTranslator("try-it.said", locale) as unknown as (key: string, values: object) => string;
    return sentences.map(({ params }) => t(code, params));
  };

  it("reads in the console's English as the server writes it", () => {
    expect(read("en")).toEqual(sentences.map(({ message }) => message));
  });

  it("is another sentence in Spanish, with the same names in it", () => {
    for (const [index, text] of read("es").entries()) {
      const { message = "" } = sentences[index] ?? {};
      expect(text).not.toBe(message);
      const names = NAMES.filter((name) => message.includes(name));
      expect(names.filter((name) => !text.includes(name))).toEqual([]);
    }
  });
});
