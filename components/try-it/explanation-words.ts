import { isStepCode } from "@/lib/contracts/decision-steps";
import type { Explanation, TraceStep } from "@/lib/contracts/decisions";
import type { Translator } from "@/lib/i18n/translator";

/** What the server says of a decision: in English, and by code for those who speak another language. */
type Told = Pick<TraceStep, "code" | "params" | "message">;

/** The sentence in the reader's language; the server's own where a later version of it says something new. */
export function sentenceIn({ code, params, message }: Told, t: Translator<"try-it.said">): string {
  if (!isStepCode(code)) return message;
  // Each message takes the parameters of its own code, which a test of the server holds; the types cannot know it.
  const translate = t as unknown as (key: string, values: Told["params"]) => string;
  return translate(`${code}`, params);
}

/** The explanation with its sentences in the reader's language. */
export function explanationIn<E extends Explanation>(explanation: E, t: Translator<"try-it.said">): E {
  return {
    ...explanation,
    message: sentenceIn(explanation, t),
    steps: explanation.steps.map((step) => ({ ...step, message: sentenceIn(step, t) })),
  };
}

/** Whether emergency access stood in for a role. */
export const isWidened = ({ steps }: Pick<Explanation, "steps">): boolean =>
  steps.some(
    ({ code, params }) =>
      code === "permitted" && [params.subject, params.principal].some((through) => through === "emergency"),
  );
