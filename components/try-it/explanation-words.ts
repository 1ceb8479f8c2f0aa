import type { Explanation, TraceStep } from "@/lib/contracts/decisions";
import type { Translator } from "@/lib/i18n/translator";
import type { PolicyTrace } from "@/lib/policy";

/** What the explained request was about, as the server's answer carries it. */
interface Asked {
  on_behalf_of?: unknown;
  action?: { name?: string };
  resource?: { type?: string };
}

const REFUSALS = [
  "organization_suspended",
  "subject_unknown",
  "principal_unknown",
  "agent_disabled",
  "agent_read_only",
  "budget_exceeded",
  "quota_exceeded",
] as const;

/**
 * The explanation with its sentences in the reader's language. The server writes English, which English readers get as
 * it stands, with its names; to others the sentence of each outcome and reason is said, and the server's where none is
 * known.
 */
export function explanationIn<E extends Explanation>(
  explanation: E,
  t: Translator<"try-it.said">,
  locale: string,
): E {
  if (locale.startsWith("en")) return explanation;
  return {
    ...explanation,
    message: answerSentence(explanation, t) ?? explanation.message,
    steps: explanation.steps.map((step) => ({
      ...step,
      message: stepSentence(step, explanation, t) ?? step.message,
    })),
  };
}

function answerSentence(explanation: Explanation, t: Translator<"try-it.said">): string | null {
  const { reason, effect } = explanation;
  const policy = decidingPolicy(explanation);
  const refusal = refusalSentence(explanation, t);
  if (refusal !== null) return refusal;
  if (reason === "no_matching_policy") return t("noPolicy");
  if (policy === null) return null;
  if (reason === "policy") return t(effect === "allow" ? "allowedBy" : "deniedBy", { policy });
  if (reason === "approval_required") return t("asksAndWaits", { policy });
  return reason === "grant" ? t("standsIn", { policy }) : null;
}

function stepSentence(
  { step, outcome }: TraceStep,
  explanation: Explanation,
  t: Translator<"try-it.said">,
): string | null {
  const policy = decidingPolicy(explanation);
  if (outcome === "deny" && step !== "policies") return refusalSentence(explanation, t);
  if (step === "gates") return t("open");
  if (step === "permissions") {
    if (isWidened(explanation)) return t("byEmergency");
    return t(asked(explanation).on_behalf_of === undefined ? "permittedAlone" : "permitted");
  }
  if (step === "policies" && explanation.reason === "no_matching_policy") return t("noPolicy");
  if (policy === null) return null;
  if (step === "grants") return t("standsIn", { policy });
  if (step !== "policies") return null;
  if (outcome === "require_approval") return t("asks", { policy });
  return t(outcome === "allow" ? "allowedBy" : "deniedBy", { policy });
}

function refusalSentence(explanation: Explanation, t: Translator<"try-it.said">): string | null {
  const { action, resource } = asked(explanation);
  if (explanation.reason === "not_permitted")
    return t("not_permitted", { action: action?.name ?? "–", resource: resource?.type ?? "–" });
  const refusal = REFUSALS.find((reason) => reason === explanation.reason);
  return refusal ? t(refusal) : null;
}

/** Whether emergency access stood in for a role: the answer says so in its sentence alone. */
export const isWidened = ({ steps }: Pick<Explanation, "steps">): boolean =>
  steps.some((step) => step.step === "permissions" && step.message.includes("by emergency access"));

const asked = ({ context }: Explanation) => (context ?? {}) as Asked;

/** The display name of the policy that decided; the API hands the engine's traces out as they stand. */
function decidingPolicy({ policies, matched_policy_id: id }: Explanation): string | null {
  const traces = policies as unknown as readonly PolicyTrace[];
  return traces.find((policy) => policy.policy_id === id)?.display_name ?? null;
}
