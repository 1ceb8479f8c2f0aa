import { describe, expect, it } from "vitest";
import type { Explanation, TraceStep } from "@/lib/contracts/decisions";
import { pipelineStages } from "./pipeline-stages";

type Told = Pick<Explanation, "steps" | "effect" | "reason" | "message">;

const outcomes = (told: Told) => pipelineStages(told).map((stage) => stage.outcome);
const open = {
  step: "gates",
  outcome: "pass",
  message: "Every gate is open.",
  code: "gates_open",
  params: {},
} as const;
const permitted = {
  step: "permissions",
  outcome: "pass",
  message: "Permitted by the requester’s role “agent”.",
  code: "permitted",
  params: { subject: "role", subject_role: "agent", principal: "none", principal_role: "" },
} as const;
const said = (
  step: TraceStep["step"],
  outcome: TraceStep["outcome"],
  code: TraceStep["code"],
): TraceStep => ({
  step,
  outcome,
  code,
  params: {},
  message: code,
});

describe("pipelineStages", () => {
  it("stops the picture at a closed gate", () => {
    const told: Told = {
      steps: [said("gates", "deny", "agent_disabled")],
      effect: "deny",
      reason: "agent_disabled",
      message: "The agent is disabled.",
    };
    expect(outcomes(told)).toEqual(["deny", "not_reached", "not_reached", "not_reached", "not_reached"]);
  });

  it("shows the wait for a person as the last stage", () => {
    const told: Told = {
      steps: [open, permitted, said("policies", "require_approval", "policy_asks")],
      effect: "require_approval",
      reason: "approval_required",
      message: "Asks.",
    };
    expect(outcomes(told)).toEqual(["pass", "pass", "unused", "require_approval", "require_approval"]);
  });

  it("tells emergency access that stands in for a role from none", () => {
    const widened = { ...permitted, params: { ...permitted.params, subject: "emergency" } };
    const told: Told = {
      steps: [open, widened, said("policies", "allow", "policy_allows")],
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
        said("policies", "require_approval", "policy_asks"),
        said("grants", "allow", "grant_stands_in"),
      ],
      effect: "allow",
      reason: "grant",
      message: "Stands in.",
    };
    expect(outcomes(told)).toEqual(["pass", "pass", "allow", "require_approval", "unused"]);
  });
});
