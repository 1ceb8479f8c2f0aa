import { isStepCode } from "@/lib/contracts/decision-steps";
import type { Explanation, TraceStep } from "@/lib/contracts/decisions";
import type { Messages } from "@/lib/i18n/catalog";
import type { Translator } from "@/lib/i18n/translator";

const ROLE_PARAMS = ["subject_role", "principal_role"] as const;

/** What the server says of a decision: in English, and by code for those who speak another language. */
type Told = Pick<TraceStep, "code" | "params" | "message">;

interface Words {
  said: Translator<"try-it.said">;
  roles: Translator<"roles">;
}

/** The sentence in the reader's language; the server's own where a later version of it says something new. */
export function sentenceIn({ code, params, message }: Told, { said, roles }: Words): string {
  if (!isStepCode(code)) return message;
  // Each message takes the parameters of its own code, which a test of the server holds; the types cannot know it.
  const translate = said as unknown as (key: string, values: Told["params"]) => string;
  return translate(`${code}`, withRoleNames(params, roles));
}

/** The parameters, with what built-in roles are called; others are told by the names they are given by. */
function withRoleNames(params: Told["params"], roles: Translator<"roles">): Told["params"] {
  const told = ROLE_PARAMS.flatMap((param) => {
    const name = `${params[param] ?? ""}` as keyof Messages["roles"];
    return roles.has(name) ? [[param, roles(name)] as const] : [];
  });
  return { ...params, ...Object.fromEntries(told) };
}

/** The explanation with its sentences in the reader's language. */
export function explanationIn<E extends Explanation>(explanation: E, words: Words): E {
  return {
    ...explanation,
    message: sentenceIn(explanation, words),
    steps: explanation.steps.map((step) => ({ ...step, message: sentenceIn(step, words) })),
  };
}

/** Whether emergency access stood in for a role. */
export const isWidened = ({ steps }: Pick<Explanation, "steps">): boolean =>
  steps.some(
    ({ code, params }) =>
      code === "permitted" && [params.subject, params.principal].some((through) => through === "emergency"),
  );
