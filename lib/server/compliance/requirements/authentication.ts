import "server-only";
import { happened } from "../facts";
import { count, gapIf, logOf, type Requirement, statusOf } from "../row";

/** 45 CFR 164.312(d): whoever seeks access is the one they claim to be. */
export const authentication: Requirement = (facts) => {
  const { state, signIns, time } = facts;
  const people = [...state.people.values()].filter((person) => person.active);
  const agents = [...state.agents.values()].filter((agent) => agent.status === "active");
  const bound = new Set<string>();
  for (const key of state.keys.values())
    if (key.agentId !== null && !key.revoked && (key.expiresAt === null || key.expiresAt > time))
      bound.add(key.agentId);
  for (const issuer of state.tokenIssuers.values())
    if (!issuer.disabled) for (const binding of issuer.bindings.values()) bound.add(binding.agentId);
  // Neither is built: a password is all that a person shows.
  const weak = [
    ...gapIf(people.length, "no_second_factor"),
    ...gapIf(people.length > 0, "no_single_sign_on"),
  ];
  return {
    id: "authentication",
    section: "§164.312(d)",
    status: people.length + agents.length === 0 ? "absent" : statusOf([], weak),
    evidence: [
      count("people", people.length),
      count("agents_that_sign_in", agents.filter((agent) => bound.has(agent.id)).length, "/agents"),
      count("signed_in", happened(facts, "session.signed_in"), logOf(facts, { type: "session.signed_in" })),
      count("failed", happened(facts, "session.failed"), logOf(facts, { type: "session.failed" })),
      count("live_sessions", signIns.live_sessions),
      count("locked", signIns.locked),
    ],
    gaps: weak,
  };
};
