import type { Stage, StageName } from "@/components/pipeline/stage";
import type { Effect, Explanation, TraceStep } from "@/lib/contracts/decisions";
import { isWidened } from "./explanation-words";

const STAGES: readonly { name: StageName; step: TraceStep["step"] }[] = [
  { name: "gates", step: "gates" },
  { name: "roles", step: "permissions" },
  { name: "grants", step: "grants" },
  { name: "policies", step: "policies" },
  { name: "approval", step: "approval" },
];

/** The pipeline's steps as a picture of five stages, each with what it did or why it had nothing to do. */
export function pipelineStages(explanation: Pick<Explanation, "steps" | "effect">): Stage[] {
  const { steps, effect } = explanation;
  const widened = isWidened(explanation);
  const ended = steps.some((step) => step.outcome === "deny");
  const decisive = steps.findLast((step) => step.outcome === effect);
  return STAGES.map(({ name, step }) => {
    const found = steps.find((one) => one.step === step);
    if (found) {
      const outcome = found.outcome === "skip" ? "unused" : found.outcome;
      return { name, outcome, said: { message: found.message }, isDecisive: found === decisive };
    }
    const idle = ended ? NOT_REACHED : idleStage(name, effect, widened);
    return { name, ...idle, isDecisive: false };
  });
}

type Idle = Pick<Stage, "outcome" | "said">;

const NOT_REACHED: Idle = { outcome: "not_reached", said: null };
const UNUSED: Idle = { outcome: "unused", said: null };

function idleStage(name: StageName, effect: Effect, widened: boolean): Idle {
  if (name === "grants" && widened) return { outcome: "pass", said: { key: "standsInForRole" } };
  if (name === "approval" && effect === "require_approval")
    return { outcome: "require_approval", said: { key: "wouldWait" } };
  return UNUSED;
}
