import type { AgentNames } from "@/components/agents/agent-names";
import type { Locale } from "@/lib/i18n/locales";
import { translatorIn } from "@/lib/i18n/request-intl";
import { roleWords } from "@/lib/i18n/role-words";
import type { DecisionState } from "@/lib/server/decision-state";

/** What the owners of agents and the roles are called. Nobody else's name goes to the browser. */
export function agentNames(state: DecisionState, locale: Locale): AgentNames {
  const t = translatorIn(locale, "roles");
  const owners = [...state.agents.values()].flatMap((agent) => {
    const person = agent.ownerUserId === null ? undefined : state.people.get(agent.ownerUserId);
    return person ? [[person.id, person.name] as const] : [];
  });
  return {
    people: Object.fromEntries(owners),
    roles: Object.fromEntries([...state.roles.values()].map((role) => [role.name, roleWords(role, t)])),
  };
}
