import { agentPowers } from "@/components/agents/agent-powers";
import type { Agent } from "@/lib/contracts/agents";
import type { PolicyLanguage } from "@/lib/policy";
import type { DecisionState } from "@/lib/server/decision-state";

/** What the agent may do as decisions see it now: the state they are made from. */
export function powersOf(state: DecisionState, agent: Agent, language: PolicyLanguage) {
  const roles = agent.roles.flatMap((name) => state.roles.get(name) ?? []);
  return agentPowers(agent.mode, roles, [...state.policyRecords.values()], language);
}
