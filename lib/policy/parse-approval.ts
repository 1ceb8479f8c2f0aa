import {
  asChoice,
  asFlag,
  asInteger,
  asList,
  asMembers,
  asText,
  type Faults,
  type JsonMembers,
  member,
} from "./faults";
import { DEFAULT_APPROVAL_EXPIRY_SECONDS, LIMITS } from "./limits";
import { readCondition } from "./parse-condition";
import type { ApprovalRules, ApprovalStage, ApprovalTerms } from "./types";

export const APPROVAL_MEMBERS = [
  "approver_roles",
  "quorum",
  "stages",
  "expires_in_seconds",
  "escalate_after_seconds",
  "escalate_to_roles",
  "separation_of_duties",
  "step_up",
  "require_reason",
  "uses",
  "window_seconds",
  "relationship",
] as const satisfies readonly (keyof ApprovalRules)[];

/** Parses the `approval` member of a policy. */
export function readApproval(json: unknown, pointer: string, faults: Faults): ApprovalRules | undefined {
  const members = asMembers(json, pointer, "approval", APPROVAL_MEMBERS, faults);
  if (members === undefined) return undefined;
  const rules: Record<string, unknown> = {};
  for (const name of APPROVAL_MEMBERS) {
    const value = member(members, name);
    if (value === undefined) continue;
    const parsed = READERS[name](value, `${pointer}/${name}`, faults);
    if (parsed !== undefined) rules[name] = parsed;
  }
  checkEscalation(members, pointer, faults);
  return rules as ApprovalRules;
}

type Reader<T> = (json: unknown, pointer: string, faults: Faults) => T | undefined;
type Rules = Required<ApprovalRules>;

const readSeconds: Reader<number> = (json, pointer, faults) =>
  asInteger(json, pointer, faults, 1, LIMITS.seconds);
const readQuorum: Reader<number> = (json, pointer, faults) =>
  asInteger(json, pointer, faults, 1, LIMITS.quorum);
const readRoles: Reader<readonly string[]> = (json, pointer, faults) =>
  asList(json, pointer, faults, { min: 1, max: LIMITS.roles }, (role, at) =>
    asText(role, at, faults, LIMITS.roleCharacters),
  );

const READERS: { readonly [Name in keyof Rules]: Reader<Rules[Name]> } = {
  approver_roles: readRoles,
  quorum: readQuorum,
  stages: readStages,
  expires_in_seconds: readSeconds,
  escalate_after_seconds: readSeconds,
  escalate_to_roles: readRoles,
  separation_of_duties: asFlag,
  step_up: (json, pointer, faults) => asChoice(json, pointer, faults, ["none", "passkey"]),
  require_reason: (json, pointer, faults) => asChoice(json, pointer, faults, ["deny", "always"]),
  uses: (json, pointer, faults) => asInteger(json, pointer, faults, 1, LIMITS.uses),
  window_seconds: readSeconds,
  relationship: readCondition,
};

function readStages(json: unknown, pointer: string, faults: Faults): readonly ApprovalStage[] | undefined {
  return asList(json, pointer, faults, { min: 1, max: LIMITS.stages }, (item, at) => {
    const members = asMembers(item, at, "stage", ["approver_roles", "quorum"], faults);
    if (members === undefined) return undefined;
    const roles = member(members, "approver_roles");
    const quorum = member(members, "quorum");
    const parsedRoles = roles === undefined ? undefined : readRoles(roles, `${at}/approver_roles`, faults);
    const parsedQuorum = quorum === undefined ? undefined : readQuorum(quorum, `${at}/quorum`, faults);
    return {
      ...(parsedRoles && { approver_roles: parsedRoles }),
      ...(parsedQuorum && { quorum: parsedQuorum }),
    };
  });
}

/** Escalation needs both its time and its roles, and a time before the approval expires. */
function checkEscalation(members: JsonMembers, pointer: string, faults: Faults): void {
  const after = member(members, "escalate_after_seconds");
  const roles = member(members, "escalate_to_roles");
  if (after !== undefined && roles === undefined) {
    faults.add(`${pointer}/escalate_to_roles`, "escalation_roles");
  }
  if (roles !== undefined && after === undefined) {
    faults.add(`${pointer}/escalate_after_seconds`, "escalation_time");
  }
  const expires = member(members, "expires_in_seconds") ?? DEFAULT_APPROVAL_EXPIRY_SECONDS;
  if (typeof after === "number" && typeof expires === "number" && after >= expires) {
    faults.add(`${pointer}/escalate_after_seconds`, "escalation_late");
  }
}

/**
 * Fills in every default of an approval's rules.
 * @param rules the `approval` member of a policy, or undefined where it has none
 * @returns the terms; a stage without roles or quorum takes those of the whole approval
 */
export function approvalTerms(rules: ApprovalRules | undefined): ApprovalTerms {
  const roles = rules?.approver_roles ?? [];
  const quorum = rules?.quorum ?? 1;
  const stages = (rules?.stages ?? [{}]).map((stage) => ({
    approver_roles: stage.approver_roles ?? roles,
    quorum: stage.quorum ?? quorum,
  }));
  return {
    stages,
    expires_in_seconds: rules?.expires_in_seconds ?? DEFAULT_APPROVAL_EXPIRY_SECONDS,
    escalate_after_seconds: rules?.escalate_after_seconds ?? null,
    escalate_to_roles: rules?.escalate_to_roles ?? [],
    separation_of_duties: rules?.separation_of_duties ?? true,
    step_up: rules?.step_up ?? "none",
    require_reason: rules?.require_reason ?? "deny",
    uses: rules?.uses ?? 1,
    window_seconds: rules?.window_seconds ?? null,
    relationship: rules?.relationship ?? null,
  };
}
