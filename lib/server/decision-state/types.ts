import "server-only";
import type { PublicJwks } from "@/lib/contracts/public-jwks";
import type { JsonObject, Policy, PolicySet } from "@/lib/policy";
import type { EntityCache } from "./entity-cache";

export interface AgentRecord {
  id: string;
  name: string;
  mode: "read_only" | "read_write";
  status: "active" | "disabled";
  statusReason: string;
  ownerUserId: string | null;
  roles: string[];
  attrs: JsonObject;
  dailyActionBudget: number | null;
}

/** A member of the organization, under the id of their user. */
export interface PersonRecord {
  id: string;
  name: string;
  email: string;
  active: boolean;
  roles: string[];
  attrs: JsonObject;
}

export interface RoleRecord {
  name: string;
  displayName: string;
  permissions: string[];
  allows: { actions: string[]; resource_types?: string[] }[];
}

export interface KeyRecord {
  id: string;
  name: string;
  agentId: string | null;
  permissions: ReadonlySet<string>;
  expiresAt: Date | null;
  revoked: boolean;
}

/** An issuer whose tokens the organization believes. */
export interface TokenIssuerRecord {
  id: string;
  issuer: string;
  audience: string;
  algorithms: string[];
  jwks: PublicJwks | null;
  jwksUri: string | null;
  disabled: boolean;
  /** Another one, as soon as tokens are verified by anything else than before. */
  trust: string;
  /** By subject. */
  bindings: ReadonlyMap<string, TokenBindingRecord>;
}

export interface TokenBindingRecord {
  id: string;
  subject: string;
  /** What other claims of the token have to be. */
  claims: Readonly<Record<string, string | number | boolean>>;
  agentId: string;
}

export interface PolicyRecord {
  id: string;
  version: number;
  policy: Policy;
}

export interface GrantRecord {
  id: string;
  subject: { type: "user" | "agent"; id: string };
  actions: string[];
  resource: { type: string; id?: string; attrs?: JsonObject };
  takenBy: string;
  expiresAt: Date;
}

/** Everything that decisions of one organization depend on, at one version. Immutable, but for what is read lazily. */
export interface DecisionState {
  organizationId: string;
  version: number;
  name: string;
  region: string;
  suspended: boolean;
  /** Names of attributes whose values the log may show. */
  safeToLog: ReadonlySet<string>;
  agents: ReadonlyMap<string, AgentRecord>;
  people: ReadonlyMap<string, PersonRecord>;
  roles: ReadonlyMap<string, RoleRecord>;
  keys: ReadonlyMap<string, KeyRecord>;
  /** By the `iss` of their tokens. */
  tokenIssuers: ReadonlyMap<string, TokenIssuerRecord>;
  policies: PolicySet;
  policyRecords: ReadonlyMap<string, PolicyRecord>;
  /** Tells whether two states hold the same policies without comparing them. */
  policyFingerprint: string;
  grants: readonly GrantRecord[];
  entities: EntityCache;
}
