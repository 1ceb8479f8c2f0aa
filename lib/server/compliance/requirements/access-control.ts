import "server-only";
import { count, duration, gapIf, type Requirement, statusOf } from "../row";

/** 45 CFR 164.312(a)(1): only those persons and programs have access that were granted it. */
export const accessControl: Requirement = ({ state, time, idleSeconds }) => {
  const agents = [...state.agents.values()];
  const active = agents.filter((agent) => agent.status === "active");
  const ownerless = active.filter(
    ({ ownerUserId }) => ownerUserId === null || state.people.get(ownerUserId)?.active !== true,
  );
  const keys = [...state.keys.values()].filter(
    (key) => !key.revoked && (key.expiresAt === null || key.expiresAt > time),
  );
  const endless = keys.filter((key) => key.expiresAt === null);
  const weak = [
    ...gapIf(ownerless.length, "ownerless_agents", "/agents"),
    ...gapIf(endless.length, "endless_keys", "/agents"),
  ];
  const issuers = [...state.tokenIssuers.values()].filter((issuer) => !issuer.disabled);
  return {
    id: "access_control",
    section: "§164.312(a)(1)",
    status: agents.length === 0 ? "absent" : statusOf([], weak),
    evidence: [
      count("active_agents", active.length, "/agents"),
      count("disabled_agents", agents.length - active.length, "/agents"),
      count("read_only_agents", active.filter((agent) => agent.mode === "read_only").length, "/agents"),
      count("keys", keys.length),
      count("issuers", issuers.length),
      duration("idle_limit", idleSeconds),
    ],
    gaps: weak,
  };
};
