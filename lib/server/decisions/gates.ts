import "server-only";
import type { DecisionReason } from "@/lib/contracts/decision-reasons";
import type { Spent } from "../db/ledger/group-writer";
import type { AgentRecord, DecisionState } from "../decision-state";
import type { Asked } from "./asked";
import type { Resolved } from "./resolve";

export interface Refusal {
  reason: DecisionReason;
  message: string;
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
    return {
      reason: "organization_suspended",
      message: "The organization is suspended. Its administrator can say why.",
    };
  }
  if (!resolved.subject) {
    return {
      reason: "subject_unknown",
      message: `No ${asked.subject.type} with this id is known here. Register it, or correct subject_id.`,
    };
  }
  if (asked.principalId !== null && !resolved.principal?.active) {
    return {
      reason: "principal_unknown",
      message:
        "The person acted for is no member of this organization. Correct on_behalf_of_user_id, or invite them.",
    };
  }
  return resolved.agent ? closedAgentGate(resolved.agent, asked, spent) : null;
}

function closedAgentGate(agent: AgentRecord, asked: Asked, spent: Spent): Refusal | null {
  if (agent.status === "disabled") {
    return {
      reason: "agent_disabled",
      message: `The agent ${agent.name} is switched off. An administrator can enable it.`,
    };
  }
  if (agent.mode === "read_only" && !READING.test(asked.action.name)) {
    return {
      reason: "agent_read_only",
      message: `The agent ${agent.name} is read-only: it may only do actions that end in .read, .list or .search.`,
    };
  }
  if (agent.dailyActionBudget !== null && spent.today(agent.id) >= agent.dailyActionBudget) {
    return {
      reason: "budget_exceeded",
      message: `The agent ${agent.name} has used its ${agent.dailyActionBudget} actions of today (UTC).`,
    };
  }
  return null;
}
