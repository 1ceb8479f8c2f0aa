import { oneOf, text, withDefault } from "@/lib/client/search-params";
import type { PolicyView } from "@/lib/contracts/policies";
import { EFFECTS, type PolicyLanguage } from "@/lib/policy";
import { fieldTexts } from "./document/policy-members";
import { storedSentence } from "./stored-sentence";

/** What the list is narrowed to, as it stands in the URL. */
export const policyFilters = {
  q: withDefault(text, ""),
  effect: oneOf(EFFECTS),
};

export interface PolicyFilter {
  readonly q: string;
  readonly effect: PolicyView["effect"] | null;
}

export const isFiltered = ({ q, effect }: PolicyFilter): boolean => q.trim() !== "" || effect !== null;

/** The policies with every word of the search in their name, sentence, actions, resource types or id; accents and case do not matter. */
export function filterPolicies(
  policies: readonly PolicyView[],
  { q, effect }: PolicyFilter,
  language: PolicyLanguage,
): readonly PolicyView[] {
  const words = folded(q).split(/\s+/).filter(Boolean);
  return policies.filter((policy) => {
    if (effect !== null && policy.effect !== effect) return false;
    if (words.length === 0) return true;
    const { actions, resource_types: types } = policy.document;
    const names = [...fieldTexts(actions), ...fieldTexts(types)];
    const text = folded(
      [policy.display_name, storedSentence(policy, language), ...names, policy.id].join("\n"),
    );
    return words.every((word) => text.includes(word));
  });
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
