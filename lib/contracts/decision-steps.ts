import { isOneOf } from "./is-one-of";

/**
 * What a step of a decision can say, and what fills the gaps of its sentence. Without schemas, so that a page can tell steps
 * without carrying a validation library.
 */
export interface StepParams {
  gates_open: Record<never, never>;
  organization_suspended: Record<never, never>;
  subject_unknown: { subject_type: string };
  principal_unknown: Record<never, never>;
  agent_disabled: { agent: string };
  agent_read_only: { agent: string };
  budget_exceeded: { agent: string; budget: number };
  /** `side` is whose roles are missing. */
  not_permitted: { side: "subject" | "principal"; action: string; resource_type: string };
  /** A role is named where one permits; `principal` is `none` where nobody is acted for. */
  permitted: {
    subject: "role" | "emergency";
    subject_role: string;
    principal: "role" | "emergency" | "none";
    principal_role: string;
  };
  policy_allows: { policy: string };
  policy_denies: { policy: string };
  policy_asks: { policy: string };
  policy_asks_to_wait: { policy: string };
  no_policy: Record<never, never>;
  grant_stands_in: { policy: string };
}

export type StepCode = keyof StepParams;

export const STEP_CODES = [
  "gates_open",
  "organization_suspended",
  "subject_unknown",
  "principal_unknown",
  "agent_disabled",
  "agent_read_only",
  "budget_exceeded",
  "not_permitted",
  "permitted",
  "policy_allows",
  "policy_denies",
  "policy_asks",
  "policy_asks_to_wait",
  "no_policy",
  "grant_stands_in",
] as const satisfies readonly StepCode[];

export const isStepCode = isOneOf(STEP_CODES);
