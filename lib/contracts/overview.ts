import type { DayOfDecisions } from "./activity";
import type { Approval } from "./approvals";

export interface AgentTally {
  agent_id: string;
  name: string;
  decisions: number;
  denied: number;
}

/** Of a request only what names it: nothing of the patient. */
interface NamedRequest {
  id: string;
  action: string;
  resource_type: string;
  /** What of a record is asked for ("diagnosis"), as the request says. */
  record_type: string[];
  subject_name: string;
}

export interface WaitingApproval extends NamedRequest {
  created_at: string;
  expires_at: string;
}

/** A vote of the person who looks, and what became of the request. */
export interface OwnVote extends NamedRequest, Pick<Approval, "state" | "resolved_by"> {
  vote: "approve" | "deny";
  voted_at: string;
}

/** One step of setting an organization up, ticked off by what is really there. */
export interface SetupStep {
  id: "policy" | "agent" | "key" | "approver" | "decision" | "checkpoint";
  done: boolean;
}

/** The first page of the console: what is null, the person may not see. */
export interface Overview {
  days: DayOfDecisions[] | null;
  agents: { most_active: AgentTally[]; most_denied: AgentTally[] } | null;
  approvals: { mine: number; waiting: number; oldest: WaitingApproval[] } | null;
  /** The last votes of this person, newest first; null for one who may not vote. */
  own_votes: OwnVote[] | null;
  log: { entries: number; checkpoint: { size: number; created_at: string } | null } | null;
  grants_live: number | null;
  /** Keys of agents that stop working within two weeks. */
  keys_expiring:
    | { key_id: string; name: string; agent_id: string; agent_name: string; expires_at: string }[]
    | null;
  /** Null once everything is done, and for those who set nothing up. */
  setup: SetupStep[] | null;
}
