import "server-only";
import { type JsonValue, matchesName } from "@/lib/policy";
import type { DecisionState, GrantRecord, RoleRecord } from "../decision-state";
import type { Asked } from "./asked";

const MAX_REMEMBERED = 10_000;
/** What a role permits never changes: a changed role is another record. */
const remembered = new WeakMap<RoleRecord, Map<string, boolean>>();

function rolePermits(role: RoleRecord, action: string, resourceType: string): boolean {
  let answers = remembered.get(role);
  if (!answers) {
    answers = new Map();
    remembered.set(role, answers);
  }
  const name = `${action} ${resourceType}`;
  let answer = answers.get(name);
  if (answer === undefined) {
    answer = role.allows.some(
      (allow) =>
        allow.actions.some((pattern) => matchesName(pattern, action)) &&
        (allow.resource_types === undefined ||
          allow.resource_types.some((pattern) => matchesName(pattern, resourceType))),
    );
    if (answers.size >= MAX_REMEMBERED) answers.clear();
    answers.set(name, answer);
  }
  return answer;
}

/** The first of these roles that permits the action on such a resource; null when none does. */
export function permittingRole(
  state: DecisionState,
  roles: readonly string[],
  action: string,
  resourceType: string,
): string | null {
  for (const name of roles) {
    const role = state.roles.get(name);
    if (role && rolePermits(role, action, resourceType)) return name;
  }
  return null;
}

/** Live grants that name this subject, action and resource. */
export function grantsFor(
  state: DecisionState,
  subject: { type: string; id: string },
  asked: Asked,
  resourceAttrs: { readonly [name: string]: JsonValue | undefined },
  now: Date,
): GrantRecord[] {
  return state.grants.filter(
    (grant) =>
      grant.subject.type === subject.type &&
      grant.subject.id === subject.id &&
      grant.expiresAt > now &&
      grant.actions.some((pattern) => matchesName(pattern, asked.action.name)) &&
      grant.resource.type === asked.resource.type &&
      (grant.resource.id === undefined || grant.resource.id === asked.resource.id) &&
      Object.entries(grant.resource.attrs ?? {}).every(
        ([name, value]) => JSON.stringify(resourceAttrs[name]) === JSON.stringify(value),
      ),
  );
}
