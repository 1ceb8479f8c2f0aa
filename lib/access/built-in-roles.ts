import { ALL_PERMISSIONS, type Permission } from "./permissions";

export interface BuiltInRole {
  name: string;
  displayName: string;
  description: string;
  permissions: readonly Permission[];
  allows: readonly { actions: readonly string[]; resource_types?: readonly string[] }[];
}

const SEE: Permission[] = [
  "policies.read",
  "agents.read",
  "roles.read",
  "members.read",
  "approvals.read",
  "grants.read",
];

/** The roles a new organization starts with; their permissions can be changed there, the names stay. */
export const BUILT_IN_ROLES: readonly BuiltInRole[] = [
  {
    name: "admin",
    displayName: "Administrator",
    description: "Sets Kynara up: people, roles, agents, keys, policies and settings.",
    permissions: ALL_PERMISSIONS.filter((name) => name !== "approvals.vote"),
    allows: [{ actions: ["*"] }],
  },
  {
    name: "privacy_officer",
    displayName: "Privacy officer",
    description: "Writes policies, reviews emergency access and may open sealed values of the log.",
    permissions: [
      ...SEE,
      "policies.write",
      "policies.simulate",
      "decisions.explain",
      "entities.read",
      "approvals.vote",
      "grants.review",
      "audit.read",
      "audit.verify",
      "audit.export",
      "audit.reveal",
      "audit.erase",
      "settings.read",
    ],
    allows: [],
  },
  {
    name: "attending_physician",
    displayName: "Attending physician",
    description: "Decides on requests of agents for patients in their care.",
    permissions: ["approvals.read", "approvals.vote", "grants.read", "grants.take"],
    allows: [{ actions: ["*"] }],
  },
  {
    name: "auditor",
    displayName: "Auditor",
    description: "Reads everything, verifies and exports the log, changes nothing.",
    permissions: [
      ...SEE,
      "keys.read",
      "entities.read",
      "audit.read",
      "audit.verify",
      "audit.export",
      "audit.reveal",
      "settings.read",
    ],
    allows: [],
  },
  {
    name: "agent",
    displayName: "Agent",
    description:
      "Permits an agent every action and leaves the decision to the policies; nothing is allowed without one.",
    permissions: [],
    allows: [{ actions: ["*"] }],
  },
];
