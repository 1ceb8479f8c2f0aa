import { conditionWords, whoseWords } from "./describe-condition";
import { isGroup } from "./is-group";
import { approvalTerms } from "./parse-approval";
import { onUnknown } from "./policy-order";
import type { Condition, Policy } from "./types";
import { POLICY_WORDS, type PolicyLanguage } from "./words/languages";
import type { ActionPhrase, PolicyWords } from "./words/policy-words";

/**
 * A policy as one sentence for people: "Require approval by an attending physician when an agent reads a
 * patient record whose record type is diagnosis, medication, lab result or imaging." What is enforced is
 * the policy itself, never this text.
 * @param language English unless told otherwise
 */
export function describePolicy(policy: Policy, language: PolicyLanguage = "en"): string {
  const words = POLICY_WORDS[language];
  const sentence = words.sentence(
    words.effects[policy.effect],
    policy.effect === "require_approval" ? approverWords(policy, words) : "",
    actionWords(policy, words),
    whenWords(policy, words),
  );
  return sentence + unknownWords(policy, words);
}

/**
 * What an allowance of a role permits in the hospital's systems: "everything in the EHR on a patient record".
 * @param language English unless told otherwise
 */
export function describeAllowance(
  {
    actions,
    resource_types: types,
  }: { readonly actions: readonly string[]; readonly resource_types?: readonly string[] | undefined },
  language: PolicyLanguage = "en",
): string {
  const words = POLICY_WORDS[language];
  const anything = types === undefined || types.length === 0 || types.includes("*");
  return words.allowance(
    words.join(actions.map(words.scope), "and"),
    anything ? words.anyResource : words.resources(types),
  );
}

function approverWords(policy: Policy, words: PolicyWords): string {
  const stages = approvalTerms(policy.approval).stages;
  if (stages.length === 1 && stages[0]?.approver_roles.length === 0 && stages[0].quorum === 1) return "";
  return words.stages(stages.map(({ approver_roles: roles, quorum }) => words.stage(roles, quorum)));
}

function actionWords({ actions, resource_types: types = [] }: Policy, words: PolicyWords): string {
  const object = types.length === 0 ? "" : words.resources(types);
  const groups = new Map<string, ActionPhrase[]>();
  for (const phrase of actions.map(words.action)) {
    const key = object === "" ? phrase.place : phrase.before;
    groups.set(key, [...(groups.get(key) ?? []), phrase]);
  }
  const clauses = [...groups.entries()].map(([key, members]) => {
    const verbs = words.join([...new Set(members.map((member) => member.verb))], "or");
    return object === "" ? `${verbs}${key}` : `${verbs} ${key}${object}`;
  });
  return words.alternatives(clauses);
}

/** " whose record type is diagnosis, if the purpose is TREAT". */
function whenWords({ condition, resource_types: types = [] }: Policy, words: PolicyWords): string {
  if (condition === undefined || condition === true) return "";
  const parts = conjuncts(condition);
  const within = types.length === 0 ? [] : parts.map((part) => whoseWords(part, words));
  const whose = within.filter((text) => text !== null);
  const rest = parts.filter((_, index) => (within[index] ?? null) === null);
  const remaining: Condition = { op: "and", args: rest };
  const about = whose.length > 0 ? ` ${words.join(whose, "and")}` : "";
  return rest.length > 0 ? about + words.condition(conditionWords(remaining, words)) : about;
}

function conjuncts(condition: Condition): readonly Condition[] {
  if (typeof condition !== "boolean" && isGroup(condition) && condition.op === "and") return condition.args;
  return [condition];
}

/** Said only where the policy departs from what its effect does by itself. */
function unknownWords(policy: Policy, words: PolicyWords): string {
  const { unknown: _, ...byDefault } = policy;
  if (policy.condition === undefined || onUnknown(policy) === onUnknown(byDefault)) return "";
  return ` ${onUnknown(policy) === "match" ? words.appliesWhenUnknown : words.appliesNotWhenUnknown}`;
}
