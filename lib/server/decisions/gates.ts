import "server-only";
import type { DecisionReason } from "@/lib/contracts/decision-reasons";
import type { Spent } from "../db/ledger/group-writer";
import type { AgentRecord, DecisionState } from "../decision-state";
import type { Asked } from "./asked";
import type { Resolved } from "./resolve";
import { type Said, say } from "./step-sentences";

export interface Refusal {
  reason: DecisionReason;
  said: Said;
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
    return { reason: "organization_suspended", said: say("organization_suspended", {}) };
  }
  if (!resolved.subject) {
    return {
      reason: "subject_unknown",
      said: say("subject_unknown", { subject_type: asked.subject.type }),
    };
  }
  if (asked.principalId !== null && !resolved.principal?.active) {
    return { reason: "principal_unknown", said: say("principal_unknown", {}) };
  }
  return resolved.agent ? closedAgentGate(resolved.agent, asked, spent) : null;
}

function closedAgentGate(agent: AgentRecord, asked: Asked, spent: Spent): Refusal | null {
  if (agent.status === "disabled") {
    return { reason: "agent_disabled", said: say("agent_disabled", { agent: agent.name }) };
  }
  if (agent.mode === "read_only" && !READING.test(asked.action.name)) {
    return { reason: "agent_read_only", said: say("agent_read_only", { agent: agent.name }) };
  }
  if (agent.dailyActionBudget !== null && spent.today(agent.id) >= agent.dailyActionBudget) {
    return {
      reason: "budget_exceeded",
      said: say("budget_exceeded", { agent: agent.name, budget: agent.dailyActionBudget }),
    };
  }
  return null;
}
