import { describeAllowance, type PolicyLanguage } from "@/lib/policy";
import type { DecisionState } from "@/lib/server/decision-state";

/** What the form of an agent offers: roles with what they permit, and the people who may own it. */
export function formChoices(state: DecisionState, language: PolicyLanguage) {
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, "en");
  return {
    roles: [...state.roles.values()]
      .map(({ name, displayName, allows }) => ({
        name,
        displayName,
        permits: allows.map((allowance) => describeAllowance(allowance, language)),
      }))
      .sort((one, other) => one.displayName.localeCompare(other.displayName, "en")),
    people: [...state.people.values()]
      .filter((person) => person.active)
      .map(({ id, name, email }) => ({ id, name, email }))
      .sort(byName),
  };
}
