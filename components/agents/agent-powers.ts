import { type Allowance, patternsMeet } from "@/lib/access";
import { comparePolicies, DEFAULT_PRIORITY, describePolicy, type Effect, type Policy } from "@/lib/policy";

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
      permits: role.allows.map(describeAllowance),
    })),
    policies: met.map((policy) => ({
      id: policy.id,
      name: policy.display_name,
      effect: policy.effect,
      priority: policy.priority ?? DEFAULT_PRIORITY,
      sentence: describePolicy(policy),
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

/** "everything in ehr on a patient record", "ehr.read and ehr.list on any kind of resource". */
export function describeAllowance({ actions, resource_types: types }: Allowance): string {
  const what = actions.map((pattern) => {
    if (pattern === "*") return "every action";
    const within = /^([^*]+)\.\*$/.exec(pattern);
    return within ? `everything in ${within[1]}` : pattern;
  });
  const where =
    types === undefined || types.includes("*")
      ? "any kind of resource"
      : listed(types.map(withArticle), "disjunction");
  return `${listed(what)} on ${where}`;
}

function withArticle(type: string): string {
  const words = type.replace(/[._]/g, " ");
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}

const listed = (words: readonly string[], type: "conjunction" | "disjunction" = "conjunction") =>
  new Intl.ListFormat("en", { type }).format(words);
