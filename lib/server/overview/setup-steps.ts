import "server-only";
import { permissionsOf } from "@/lib/access";
import type { SetupStep } from "@/lib/contracts/overview";
import type { DecisionState } from "../decision-state";

interface LogFacts {
  hasDecision: boolean;
  hasCheckpoint: boolean;
}

/** What a new organization still has to do, from what is there; null when nothing is left. */
export function setupSteps(state: DecisionState, log: LogFacts): SetupStep[] | null {
  const mayVote = [...state.people.values()].some(
    (person) => person.active && permissionsOf(person.roles, state.roles).has("approvals.vote"),
  );
  const hasKey = [...state.keys.values()].some((key) => key.agentId !== null && !key.revoked);
  const hasToken = [...state.tokenIssuers.values()].some(({ bindings }) => bindings.size > 0);
  const steps: SetupStep[] = [
    { id: "approver", done: mayVote },
    { id: "policy", done: state.policyRecords.size > 0 },
    { id: "agent", done: state.agents.size > 0 },
    { id: "key", done: hasKey || hasToken },
    { id: "decision", done: log.hasDecision },
    { id: "checkpoint", done: log.hasCheckpoint },
  ];
  return steps.every((step) => step.done) ? null : steps;
}
