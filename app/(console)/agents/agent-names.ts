import type { AgentNames } from "@/components/agents/agent-names";
import type { DecisionState } from "@/lib/server/decision-state";

/** What the owners of agents and the roles are called. Nobody else's name goes to the browser. */
export function agentNames(state: DecisionState): AgentNames {
  const owners = [...state.agents.values()].flatMap((agent) => {
    const person = agent.ownerUserId === null ? undefined : state.people.get(agent.ownerUserId);
    return person ? [[person.id, person.name] as const] : [];
  });
  return {
    people: Object.fromEntries(owners),
    roles: Object.fromEntries([...state.roles.values()].map((role) => [role.name, role.displayName])),
  };
}
