import {
  asChoice,
  asFlag,
  asInteger,
  asList,
  asMembers,
  asText,
  Faults,
  type JsonMembers,
  member,
} from "./faults";
import { LIMITS } from "./limits";
import { isNamePattern } from "./name-pattern";
import { readApproval } from "./parse-approval";
import { readCondition } from "./parse-condition";
import { readObligation } from "./parse-obligation";
import type { RegexEngine } from "./regex-engine";
import type { Effect, IdentifiedPolicy, OnUnknown, Parsed, Policy } from "./types";

export const EFFECTS = ["deny", "require_approval", "allow"] as const satisfies readonly Effect[];
const ON_UNKNOWN = ["match", "no_match"] as const satisfies readonly OnUnknown[];

const REQUIRED = ["display_name", "effect", "actions"] as const;
export const POLICY_MEMBERS = [
  "id",
  "display_name",
  "effect",
  "priority",
  "actions",
  "resource_types",
  "condition",
  "approval",
  "obligations",
  "unknown",
  "enabled",
] as const satisfies readonly (keyof IdentifiedPolicy)[];

/**
 * As `parsePolicy`, with patterns judged by an engine of the caller's.
 * @param regex `literalEngine` where RE2 has not been loaded: then a fault `regex` says only that the pattern still has
 * to be looked at
 */
export function checkPolicy(json: unknown, regex: RegexEngine): Parsed<Policy> {
  const faults = new Faults(regex);
  const parsed = readPolicy(json, "", faults);
  if (parsed === undefined) return faults.outcome<Policy>(undefined);
  const { id: _, ...policy } = parsed;
  return faults.outcome<Policy>(policy);
}

/** As `parseIdentifiedPolicy`, with patterns judged by an engine of the caller's. */
export function checkIdentifiedPolicy(json: unknown, regex: RegexEngine): Parsed<IdentifiedPolicy> {
  const faults = new Faults(regex);
  return faults.outcome(readIdentifiedPolicy(json, "", faults));
}

/** As `parsePolicyList`, with patterns judged by an engine of the caller's. */
export function checkPolicyList(
  json: unknown,
  most: number,
  regex: RegexEngine,
): Parsed<readonly IdentifiedPolicy[]> {
  const faults = new Faults(regex);
  const seen = new Set<string>();
  const policies = asList(json, "", faults, { min: 0, max: most }, (item, pointer) => {
    const policy = readIdentifiedPolicy(item, pointer, faults);
    if (policy === undefined) return undefined;
    if (seen.has(policy.id)) faults.add(`${pointer}/id`, "duplicate_id");
    seen.add(policy.id);
    return policy;
  });
  return faults.outcome(policies);
}

function readIdentifiedPolicy(json: unknown, pointer: string, faults: Faults): IdentifiedPolicy | undefined {
  const policy = readPolicy(json, pointer, faults);
  if (policy === undefined) return undefined;
  if (policy.id === undefined) return faults.add(`${pointer}/id`, "id_needed");
  return { ...policy, id: policy.id };
}

type Draft = Policy & { readonly id?: string };
type Reader = (json: unknown, pointer: string, faults: Faults) => unknown;

const READERS: { readonly [Name in (typeof POLICY_MEMBERS)[number]]: Reader } = {
  id: (json, pointer, faults) => asText(json, pointer, faults, LIMITS.idCharacters),
  display_name: (json, pointer, faults) => asText(json, pointer, faults, LIMITS.displayNameCharacters),
  effect: (json, pointer, faults) => asChoice(json, pointer, faults, EFFECTS),
  priority: (json, pointer, faults) => asInteger(json, pointer, faults, 0, LIMITS.priority),
  actions: (json, pointer, faults) => readPatterns(json, pointer, faults, 1),
  resource_types: (json, pointer, faults) => readPatterns(json, pointer, faults, 0),
  condition: readCondition,
  approval: readApproval,
  obligations: (json, pointer, faults) =>
    asList(json, pointer, faults, { min: 0, max: LIMITS.obligations }, (item, at) =>
      readObligation(item, at, faults),
    ),
  unknown: (json, pointer, faults) => asChoice(json, pointer, faults, ON_UNKNOWN),
  enabled: asFlag,
};

function readPolicy(json: unknown, pointer: string, faults: Faults): Draft | undefined {
  const members = asMembers(json, pointer, "policy", POLICY_MEMBERS, faults);
  if (members === undefined) return undefined;
  for (const name of REQUIRED) {
    if (member(members, name) === undefined) faults.add(`${pointer}/${name}`, "member_needed", { name });
  }
  const draft: Record<string, unknown> = {};
  for (const name of POLICY_MEMBERS) {
    const value = member(members, name);
    if (value === undefined) continue;
    const parsed = READERS[name](value, `${pointer}/${name}`, faults);
    if (parsed !== undefined) draft[name] = parsed;
  }
  checkApprovalBelongs(members, pointer, faults);
  // Every required member has been parsed here, or a fault was noted and the draft is never handed out.
  return faults.any ? undefined : (draft as unknown as Draft);
}

function checkApprovalBelongs(members: JsonMembers, pointer: string, faults: Faults): void {
  if (member(members, "approval") !== undefined && member(members, "effect") !== "require_approval") {
    faults.add(`${pointer}/approval`, "approval_elsewhere");
  }
}

function readPatterns(
  json: unknown,
  pointer: string,
  faults: Faults,
  min: number,
): readonly string[] | undefined {
  return asList(json, pointer, faults, { min, max: LIMITS.actions }, (item, at) => {
    const text = asText(item, at, faults);
    if (text === undefined || isNamePattern(text)) return text;
    return faults.add(at, "name_pattern");
  });
}
