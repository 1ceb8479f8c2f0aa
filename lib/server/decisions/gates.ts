import "server-only";
import type { DecisionReason } from "@/lib/contracts/decision-reasons";
import type { Spent } from "../db/ledger/group-writer";
import type { AgentRecord, DecisionState } from "../decision-state";
import type { Asked } from "./asked";
import type { Resolved } from "./resolve";
import { type Told, told } from "./step-sentences";

export interface Refusal {
  reason: DecisionReason;
  told: Told;
}

const READING = /\.(read|list|search)$/;

/** What stops a request before any role or policy is looked at; null when every gate is open. */
export function closedGate(
  state: DecisionState,
  asked: Asked,
  resolved: Resolved,
  spent: Spent,
): Refusal | null {
  if (state.suspended) {
    return { reason: "organization_suspended", told: told("organization_suspended", {}) };
  }
  if (!resolved.subject) {
    return {
      reason: "subject_unknown",
      told: told("subject_unknown", { subject_type: asked.subject.type }),
    };
  }
  if (asked.principalId !== null && !resolved.principal?.active) {
    return { reason: "principal_unknown", told: told("principal_unknown", {}) };
  }
  return resolved.agent ? closedAgentGate(resolved.agent, asked, spent) : null;
}

function closedAgentGate(agent: AgentRecord, asked: Asked, spent: Spent): Refusal | null {
  if (agent.status === "disabled") {
    return { reason: "agent_disabled", told: told("agent_disabled", { agent: agent.name }) };
  }
  if (agent.mode === "read_only" && !READING.test(asked.action.name)) {
    return { reason: "agent_read_only", told: told("agent_read_only", { agent: agent.name }) };
  }
  if (agent.dailyActionBudget !== null && spent.today(agent.id) >= agent.dailyActionBudget) {
    return {
      reason: "budget_exceeded",
      told: told("budget_exceeded", { agent: agent.name, budget: agent.dailyActionBudget }),
    };
  }
  return null;
}
