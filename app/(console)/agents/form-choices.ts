import type { Locale } from "@/lib/i18n/locales";
import { translatorIn } from "@/lib/i18n/request-intl";
import { roleWords } from "@/lib/i18n/role-words";
import { describeAllowance } from "@/lib/policy";
import type { DecisionState } from "@/lib/server/decision-state";

/** What the form of an agent offers: roles with what they permit, and the people who may own it. */
export function formChoices(state: DecisionState, locale: Locale) {
  const t = translatorIn(locale, "roles");
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, "en");
  return {
    roles: [...state.roles.values()]
      .map((role) => ({
        name: role.name,
        displayName: roleWords(role, t),
        permits: role.allows.map((allowance) => describeAllowance(allowance, locale)),
      }))
      .sort((one, other) => one.displayName.localeCompare(other.displayName, locale)),
    people: [...state.people.values()]
      .filter((person) => person.active)
      .map(({ id, name, email }) => ({ id, name, email }))
      .sort(byName),
  };
}
