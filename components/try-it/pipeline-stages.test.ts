import { describe, expect, it } from "vitest";
import type { Explanation } from "@/lib/contracts/decisions";
import { pipelineStages } from "./pipeline-stages";

type Told = Pick<Explanation, "steps" | "effect" | "reason" | "message">;

const outcomes = (told: Told) => pipelineStages(told).map((stage) => stage.outcome);
const open = { step: "gates", outcome: "pass", message: "Every gate is open." } as const;
const permitted = {
  step: "permissions",
  outcome: "pass",
  message: "Permitted: the subject as agent.",
} as const;

describe("pipelineStages", () => {
  it("stops the picture at a closed gate", () => {
    const told: Told = {
      steps: [{ step: "gates", outcome: "deny", message: "The agent is disabled." }],
      effect: "deny",
      reason: "agent_disabled",
      message: "The agent is disabled.",
    };
    expect(outcomes(told)).toEqual(["deny", "not_reached", "not_reached", "not_reached", "not_reached"]);
  });

  it("shows the wait for a person as the last stage", () => {
    const told: Told = {
      steps: [open, permitted, { step: "policies", outcome: "require_approval", message: "Asks." }],
      effect: "require_approval",
      reason: "approval_required",
      message: "Asks.",
    };
    expect(outcomes(told)).toEqual(["pass", "pass", "unused", "require_approval", "require_approval"]);
  });

  it("tells emergency access that stands in for a role from none", () => {
    const widened = { ...permitted, message: "Permitted: the subject by emergency access." };
    const told: Told = {
      steps: [open, widened, { step: "policies", outcome: "allow", message: "Allowed." }],
      effect: "allow",
      reason: "policy",
      message: "Allowed.",
    };
    expect(outcomes(told)).toEqual(["pass", "pass", "pass", "allow", "unused"]);
  });

  it("shows emergency access that answers for an approval", () => {
    const told: Told = {
      steps: [
        open,
        permitted,
        { step: "policies", outcome: "require_approval", message: "Asks." },
        { step: "grants", outcome: "allow", message: "Stands in." },
      ],
      effect: "allow",
      reason: "grant",
      message: "Stands in.",
    };
    expect(outcomes(told)).toEqual(["pass", "pass", "allow", "require_approval", "unused"]);
  });
});
