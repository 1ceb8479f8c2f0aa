import type { Agent } from "@/lib/contracts/agents";
import type { Attributes } from "@/lib/contracts/common";
import { type AttributeRow, readRows, rowsOf } from "./attribute-rows";

export type FieldName =
  | "name"
  | "description"
  | "mode"
  | "owner_user_id"
  | "roles"
  | "attrs"
  | "daily_action_budget";

/** An agent as it stands in the form. */
export interface AgentDraft {
  name: string;
  description: string;
  mode: Agent["mode"];
  ownerUserId: string | null;
  roles: string[];
  attributes: AttributeRow[];
  /** Digits, or nothing for no limit. */
  budget: string;
}

/** A new agent starts with reading only: what it may do grows by decision, not by default. */
export function draftOf(agent: Agent | undefined, ownerUserId: string | null): AgentDraft {
  return {
    name: agent?.name ?? "",
    description: agent?.description ?? "",
    mode: agent?.mode ?? "read_only",
    ownerUserId: agent ? agent.owner_user_id : ownerUserId,
    roles: agent?.roles ?? ["agent"],
    attributes: rowsOf(agent?.attrs ?? {}),
    budget: agent?.daily_action_budget?.toString() ?? "",
  };
}

interface AgentFields {
  name: string;
  description: string;
  mode: Agent["mode"];
  owner_user_id: string | null;
  roles: string[];
  attrs: Attributes;
  daily_action_budget: number | null;
}

export type ReadDraft =
  | { kind: "agent"; agent: AgentFields }
  | { kind: "faults"; fields: Partial<Record<FieldName, string>>; rows: ReadonlyMap<number, string> };

const MAX_BUDGET = 1_000_000_000;

export function readDraft(draft: AgentDraft): ReadDraft {
  const fields: Partial<Record<FieldName, string>> = {};
  if (draft.name.trim() === "") fields.name = "Give the agent a name: people see it in every request.";
  const digits = draft.budget.replace(/[\s,]/g, "");
  const budget = digits === "" ? null : Number(digits);
  if (budget !== null && !(Number.isInteger(budget) && budget >= 0 && budget <= MAX_BUDGET))
    fields.daily_action_budget = "Write a whole number, or leave it empty for no limit.";
  const rows = readRows(draft.attributes);
  if (rows.kind === "faults" || Object.keys(fields).length > 0)
    return { kind: "faults", fields, rows: rows.kind === "faults" ? rows.faults : new Map() };
  return {
    kind: "agent",
    agent: {
      name: draft.name.trim(),
      description: draft.description.trim(),
      mode: draft.mode,
      owner_user_id: draft.ownerUserId,
      roles: draft.roles,
      attrs: rows.attrs,
      daily_action_budget: budget,
    },
  };
}
