import type { Agent } from "@/lib/contracts/agents";
import type { Attributes } from "@/lib/contracts/common";
import type { Translator } from "@/lib/i18n/translator";
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

export interface AgentFields {
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

interface DraftWords {
  form: Translator<"agents.form">;
  attributes: Translator<"agents.attributes">;
}

export function readDraft(draft: AgentDraft, { form, attributes }: DraftWords): ReadDraft {
  const fields: Partial<Record<FieldName, string>> = {};
  if (draft.name.trim() === "") fields.name = form("nameMissing");
  const digits = draft.budget.replace(/[\s,]/g, "");
  const budget = digits === "" ? null : Number(digits);
  if (budget !== null && !(Number.isInteger(budget) && budget >= 0 && budget <= MAX_BUDGET))
    fields.daily_action_budget = form("budgetWrong");
  const rows = readRows(draft.attributes, attributes);
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

/** The members in which the draft differs from the agent: what others change meanwhile is not written over. */
export function changedFields(agent: Agent, fields: AgentFields): Partial<AgentFields> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(agent[name as FieldName]),
    ),
  );
}

/** What takes such a change back. */
export function formerFields(agent: Agent, changed: Partial<AgentFields>): Partial<AgentFields> {
  return Object.fromEntries((Object.keys(changed) as FieldName[]).map((name) => [name, agent[name]]));
}
