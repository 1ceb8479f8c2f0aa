import { describeCondition, describeWithinResource } from "./describe-condition";
import { isGroup } from "./interpret";
import { approvalTerms } from "./parse-approval";
import { onUnknown } from "./policy-order";
import type { ApprovalStageTerms, Condition, Policy } from "./types";
import { joinWords, spacedWords, withArticle } from "./words";

const EFFECT_WORDS = { allow: "Allow", deny: "Deny", require_approval: "Require approval" } as const;
const COUNT_WORDS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
] as const;

const LONGEST_INITIALS = 4;

const VERBS: Readonly<Record<string, string>> = {
  read: "reads",
  list: "lists",
  search: "searches",
  write: "writes",
  create: "creates",
  update: "updates",
  delete: "deletes",
  send: "sends",
  share: "shares",
  export: "exports",
  print: "prints",
  submit: "submits",
  sign: "signs",
  order: "orders",
  prescribe: "prescribes",
  cancel: "cancels",
};

/**
 * A policy as one sentence for people: "Require approval by an attending physician when an agent reads a
 * patient record whose record type is diagnosis, medication, lab result or imaging." What is enforced is
 * the policy itself, never this text.
 */
export function describePolicy(policy: Policy): string {
  const parts: string[] = [EFFECT_WORDS[policy.effect]];
  if (policy.effect === "require_approval") parts.push(...describeApprovers(policy));
  parts.push(`when an agent ${describeActions(policy)}`);
  const sentence = `${parts.join(" ")}${describeWhen(policy)}.`;
  return sentence + describeUnknown(policy);
}

function describeApprovers(policy: Policy): readonly string[] {
  const stages = approvalTerms(policy.approval).stages;
  if (stages.length === 1 && stages[0]?.approver_roles.length === 0 && stages[0].quorum === 1) return [];
  return [stages.map(describeStage).join(", then ")];
}

function describeStage({ approver_roles: roles, quorum }: ApprovalStageTerms): string {
  const names = roles.map(spacedWords);
  const [first = "person", ...others] = names;
  if (quorum === 1) return `by ${joinWords([withArticle(first), ...others], "or")}`;
  const plurals = (names.length === 0 ? ["people"] : names.map((name) => `${name}s`)) as readonly string[];
  return `by ${COUNT_WORDS[quorum] ?? quorum} ${joinWords(plurals, "or")}`;
}

/** How an action is said, and what stands between it and the resource. */
interface ActionPhrase {
  readonly verb: string;
  readonly before: "" | "on " | "with ";
  readonly place: string;
}

function describeActions({ actions, resource_types: types = [] }: Policy): string {
  const object = describeTypes(types);
  const phrases = actions.map(describeAction);
  const groups = new Map<string, ActionPhrase[]>();
  for (const phrase of phrases) {
    const key = object === "" ? phrase.place : phrase.before;
    groups.set(key, [...(groups.get(key) ?? []), phrase]);
  }
  const clauses = [...groups.entries()].map(([key, members]) => {
    const verbs = joinWords([...new Set(members.map((member) => member.verb))], "or");
    return object === "" ? `${verbs}${key}` : `${verbs} ${key}${object}`;
  });
  return clauses.join(", or ");
}

function describeAction(pattern: string): ActionPhrase {
  const segments = pattern.split(".");
  const last = segments.at(-1) ?? "";
  const [system = ""] = segments;
  if (pattern === "*") return { verb: "does anything", before: "with ", place: "" };
  const verb = Object.hasOwn(VERBS, last) ? VERBS[last] : undefined;
  if (segments.length === 2 && verb !== undefined) {
    return { verb, before: "", place: system === "*" ? " in any system" : ` in the ${systemName(system)}` };
  }
  if (segments.length === 2 && last === "*" && system !== "*") {
    return { verb: `does anything in the ${systemName(system)}`, before: "with ", place: "" };
  }
  return { verb: `uses ${pattern}`, before: "on ", place: "" };
}

/** Short names of systems are initials: "ehr" is said as "EHR", "scheduling" as it is. */
function systemName(system: string): string {
  return system.length <= LONGEST_INITIALS ? system.toUpperCase() : spacedWords(system);
}

function describeTypes(types: readonly string[]): string {
  if (types.length === 0) return "";
  const names = types.map((type) => {
    if (type === "*") return "resource of any type";
    return type.endsWith(".*") ? `${spacedWords(type.slice(0, -2))} of any kind` : spacedWords(type);
  });
  const [first = "", ...others] = names;
  return joinWords([withArticle(first), ...others], "or");
}

/** " whose record type is diagnosis, if the purpose is TREAT". */
function describeWhen({ condition, resource_types: types = [] }: Policy): string {
  if (condition === undefined || condition === true) return "";
  const parts = conjuncts(condition);
  const within = types.length === 0 ? [] : parts.map(describeWithinResource);
  const whose = within.filter((text) => text !== null).map((text) => `whose ${text}`);
  const rest = parts.filter((_, index) => (within[index] ?? null) === null);
  const remaining: Condition = { op: "and", args: rest };
  const about = whose.length > 0 ? ` ${joinWords(whose, "and")}` : "";
  return rest.length > 0 ? `${about}, if ${describeCondition(remaining)}` : about;
}

function conjuncts(condition: Condition): readonly Condition[] {
  if (typeof condition !== "boolean" && isGroup(condition) && condition.op === "and") return condition.args;
  return [condition];
}

/** Said only where the policy departs from what its effect does by itself. */
function describeUnknown(policy: Policy): string {
  const { unknown: _, ...byDefault } = policy;
  if (policy.condition === undefined || onUnknown(policy) === onUnknown(byDefault)) return "";
  return onUnknown(policy) === "match"
    ? " It applies as well when that cannot be told."
    : " It does not apply when that cannot be told.";
}
