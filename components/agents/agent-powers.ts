import { type Allowance, patternsMeet } from "@/lib/access";
import {
  comparePolicies,
  DEFAULT_PRIORITY,
  describeAllowance,
  describePolicy,
  type Effect,
  type Policy,
  type PolicyLanguage,
} from "@/lib/policy";

/** What read-only agents may ask for; all else is refused before any policy is looked at. */
const READING = ["read", "list", "search"];
const EVERY = ["*"] as const;

export interface RoleOfAgent {
  name: string;
  displayName: string;
  allows: readonly Allowance[];
}

export interface PolicyOfAgent {
  id: string;
  name: string;
  effect: Effect;
  priority: number;
  sentence: string;
}

export interface AgentPowers {
  roles: { name: string; displayName: string; permits: string[] }[];
  /** Policies that a request within the roles and the mode can meet, in the order in which they are looked at. */
  policies: PolicyOfAgent[];
  /** An action and a resource type that one of them names in full: for an example to copy. */
  example: { action: string; resourceType: string } | null;
}

/** What an agent may do: its roles' permissions, and of the policies in force those that its requests can meet. */
export function agentPowers(
  mode: "read_only" | "read_write",
  roles: readonly RoleOfAgent[],
  policies: readonly { id: string; policy: Policy }[],
  language: PolicyLanguage = "en",
): AgentPowers {
  const allowances = roles.flatMap((role) => role.allows);
  const met = policies
    .map(({ id, policy }) => ({ ...policy, id }))
    .filter((policy) => policy.enabled !== false && canMeet(mode, allowances, policy))
    .sort(comparePolicies);
  return {
    roles: roles.map((role) => ({
      name: role.name,
      displayName: role.displayName,
      permits: role.allows.map((allowance) => describeAllowance(allowance, language)),
    })),
    policies: met.map((policy) => ({
      id: policy.id,
      name: policy.display_name,
      effect: policy.effect,
      priority: policy.priority ?? DEFAULT_PRIORITY,
      sentence: describePolicy(policy, language),
    })),
    example: exampleOf(mode, met),
  };
}

function canMeet(
  mode: "read_only" | "read_write",
  allowances: readonly Allowance[],
  policy: Policy,
): boolean {
  const types = policy.resource_types ?? EVERY;
  return allowances.some(
    (allowance) =>
      (allowance.resource_types ?? EVERY).some((own) => types.some((other) => patternsMeet(own, other))) &&
      allowance.actions.some((own) =>
        policy.actions.some(
          (other) => patternsMeet(own, other) && (mode === "read_write" || (canRead(own) && canRead(other))),
        ),
      ),
  );
}

const canRead = (pattern: string) => ["*", ...READING].includes(pattern.split(".").at(-1) ?? "");
const isWhole = (pattern: string) => !pattern.includes("*");

function exampleOf(mode: "read_only" | "read_write", policies: readonly Policy[]): AgentPowers["example"] {
  for (const policy of policies) {
    const action = policy.actions.find((name) => isWhole(name) && (mode === "read_write" || canRead(name)));
    const resourceType = (policy.resource_types ?? []).find(isWhole);
    if (action && resourceType) return { action, resourceType };
  }
  return null;
}
