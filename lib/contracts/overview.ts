import type { DayOfDecisions } from "./activity";

export interface AgentTally {
  agent_id: string;
  name: string;
  decisions: number;
  denied: number;
}

export interface WaitingApproval {
  id: string;
  action: string;
  resource_type: string;
  /** What of a record is asked for ("diagnosis"), as the request says. */
  record_type: string[];
  subject_name: string;
  created_at: string;
  expires_at: string;
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
  log: { entries: number; checkpoint: { size: number; created_at: string } | null } | null;
  grants_live: number | null;
  /** Keys of agents that stop working within two weeks. */
  keys_expiring:
    | { key_id: string; name: string; agent_id: string; agent_name: string; expires_at: string }[]
    | null;
  /** Null once everything is done, and for those who set nothing up. */
  setup: SetupStep[] | null;
}
