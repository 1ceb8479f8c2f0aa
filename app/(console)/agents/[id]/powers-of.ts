import { agentPowers } from "@/components/agents/agent-powers";
import type { Agent } from "@/lib/contracts/agents";
import type { Locale } from "@/lib/i18n/locales";
import { translatorIn } from "@/lib/i18n/request-intl";
import { roleWords } from "@/lib/i18n/role-words";
import type { DecisionState } from "@/lib/server/decision-state";

/** What the agent may do as decisions see it now: the state they are made from. */
export function powersOf(state: DecisionState, agent: Agent, locale: Locale) {
  const t = translatorIn(locale, "roles");
  const roles = agent.roles
    .flatMap((name) => state.roles.get(name) ?? [])
    .map((role) => ({ ...role, displayName: roleWords(role, t) }));
  return agentPowers(agent.mode, roles, [...state.policyRecords.values()], locale);
}
