import type { Effect, Explanation, TraceStep } from "@/lib/contracts/decisions";

export type StageName = "gates" | "roles" | "grants" | "policies" | "approval";
export type StageOutcome = "pass" | "allow" | "deny" | "require_approval" | "unused" | "not_reached";

export interface Stage {
  name: StageName;
  title: string;
  /** What it asks, for those who see the picture for the first time. */
  question: string;
  outcome: StageOutcome;
  message: string;
}

const STAGES: readonly { name: StageName; step: TraceStep["step"]; title: string; question: string }[] = [
  {
    name: "gates",
    step: "gates",
    title: "Gates",
    question: "Is the agent switched on, within its mode and budget?",
  },
  {
    name: "roles",
    step: "permissions",
    title: "Roles",
    question: "Do agent and person both hold a role that permits it?",
  },
  {
    name: "grants",
    step: "grants",
    title: "Emergency access",
    question: "Does emergency access widen that?",
  },
  {
    name: "policies",
    step: "policies",
    title: "Policies",
    question: "What does the first policy that matches say?",
  },
  { name: "approval", step: "approval", title: "Approval", question: "Must a person decide first?" },
];

/** The pipeline's steps as a picture of five stages, each with what it did or why it had nothing to do. */
export function pipelineStages(
  explanation: Pick<Explanation, "steps" | "effect" | "reason" | "message">,
): Stage[] {
  const ended = explanation.steps.findIndex((step) => step.outcome === "deny");
  const byEmergency = explanation.steps.some(
    (step) => step.step === "permissions" && step.message.includes("by emergency access"),
  );
  return STAGES.map(({ name, step, title, question }) => {
    const found = explanation.steps.find((one) => one.step === step);
    if (found) return { name, title, question, outcome: outcomeOf(found), message: found.message };
    if (ended >= 0)
      return {
        name,
        title,
        question,
        outcome: "not_reached",
        message: "Not reached: it was decided before.",
      };
    return { name, title, question, ...idle(name, explanation.effect, byEmergency) };
  });
}

function outcomeOf({ outcome }: TraceStep): StageOutcome {
  return outcome === "skip" ? "unused" : outcome;
}

function idle(name: StageName, effect: Effect, byEmergency: boolean): Pick<Stage, "outcome" | "message"> {
  if (name === "grants" && byEmergency)
    return { outcome: "pass", message: "Emergency access stands in for a role." };
  if (name === "grants") return { outcome: "unused", message: "Not needed." };
  if (name === "approval" && effect === "require_approval") {
    return {
      outcome: "require_approval",
      message: "A real request would wait here for a person. This one opened nothing.",
    };
  }
  return { outcome: "unused", message: "Not needed." };
}
