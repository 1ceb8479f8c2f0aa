import "server-only";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Agent, CreateAgent, ListAgentsQuery, UpdateAgent } from "@/lib/contracts/agents";
import type { Attributes, Page } from "@/lib/contracts/common";
import { actorOf, type Caller } from "../caller";
import { type EventData, type LedgerEvent, sealed } from "../db/ledger/events";
import type { Tx } from "../db/prisma";
import { recordMutation, Unchanged } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { notFound } from "../errors";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { assertActiveMember } from "../members";
import { getRoles } from "../roles";
import {
  type AgentFields,
  type AgentRow,
  changeAgent,
  findAgent,
  insertAgent,
  listAgentsAfter,
  setAgentStatus,
} from "./store";

const view = (row: AgentRow): Agent => ({
  id: row.id,
  name: row.name,
  description: row.description,
  mode: row.mode as Agent["mode"],
  status: row.status as Agent["status"],
  status_reason: row.statusReason,
  owner_user_id: row.ownerUserId,
  roles: row.roles,
  attrs: row.attrs as Attributes,
  daily_action_budget: row.dailyActionBudget,
  actions_today: row.actionsToday,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

export async function listAgents(caller: Caller, query: ListAgentsQuery): Promise<Page<Agent>> {
  const after = decodeCursor(query.cursor, z.tuple([z.string()]));
  const rows = await withTenant(caller.organizationId, (tx) =>
    listAgentsAfter(tx, query, after?.[0] ?? null),
  );
  return pageOf(rows, query.limit, (row) => [row.id], view);
}

/** @throws AppError not_found. */
export async function getAgent(caller: Caller, id: string): Promise<Agent> {
  return view(await withTenant(caller.organizationId, (tx) => getAgentRow(tx, id)));
}

/** The agent as it is stored, for other domains' transactions. @throws AppError not_found. */
export async function getAgentRow(tx: Tx, id: string): Promise<AgentRow> {
  const row = await findAgent(tx, id);
  if (!row) throw notFound("agent");
  return row;
}

/** @throws AppError invalid when a role or the owner does not exist. */
export async function createAgent(caller: Caller, agent: CreateAgent): Promise<Agent> {
  const fields = fieldsOf(agent);
  const row = await recordMutation(
    caller,
    (made: AgentRow) => agentEvent(caller, "agent.registered", made, recorded(made)),
    async (tx) => {
      await checkReferences(tx, fields, null);
      return insertAgent(tx, { id: newId("agt"), orgId: caller.organizationId }, fields);
    },
  );
  return view(row);
}

/** @throws AppError not_found, invalid when a role or the owner does not exist. */
export async function updateAgent(caller: Caller, id: string, change: UpdateAgent): Promise<Agent> {
  const row = await recordMutation(
    caller,
    (made: AgentRow) => agentEvent(caller, "agent.updated", made, recorded(made)),
    async (tx) => {
      const before = await getAgentRow(tx, id);
      const old = storedFields(before);
      const fields = mergedFields(old, change);
      if (isDeepStrictEqual(old, fields)) throw new Unchanged(before);
      await checkReferences(tx, fields, old);
      return changeAgent(tx, before, fields);
    },
  );
  return view(row);
}

/** The kill switch: no decision that is made after this returns allows the agent anything. @throws AppError not_found. */
export const disableAgent = (caller: Caller, id: string, reason: string): Promise<Agent> =>
  switchAgent(caller, id, "disabled", reason);

/** @throws AppError not_found. */
export const enableAgent = (caller: Caller, id: string, reason: string): Promise<Agent> =>
  switchAgent(caller, id, "active", reason);

async function switchAgent(
  caller: Caller,
  id: string,
  status: "active" | "disabled",
  reason: string,
): Promise<Agent> {
  const type = status === "disabled" ? "agent.disabled" : "agent.enabled";
  const row = await recordMutation(
    caller,
    (made: AgentRow) => agentEvent(caller, type, made, reason === "" ? {} : { reason: sealed(reason) }),
    async (tx) => {
      const before = await getAgentRow(tx, id);
      if (before.status === status) throw new Unchanged(before);
      return setAgentStatus(tx, before, status, reason);
    },
  );
  return view(row);
}

const fieldsOf = (agent: CreateAgent): AgentFields => ({
  name: agent.name,
  description: agent.description,
  mode: agent.mode,
  ownerUserId: agent.owner_user_id,
  roles: [...new Set(agent.roles)],
  attrs: agent.attrs,
  dailyActionBudget: agent.daily_action_budget,
});

const storedFields = (row: AgentRow): AgentFields => ({
  name: row.name,
  description: row.description,
  mode: row.mode,
  ownerUserId: row.ownerUserId,
  roles: row.roles,
  attrs: row.attrs as Attributes,
  dailyActionBudget: row.dailyActionBudget,
});

/** Null is a value here (no owner, no budget); what is left out stays. */
const mergedFields = (old: AgentFields, change: UpdateAgent): AgentFields => ({
  name: change.name ?? old.name,
  description: change.description ?? old.description,
  mode: change.mode ?? old.mode,
  ownerUserId: change.owner_user_id === undefined ? old.ownerUserId : change.owner_user_id,
  roles: change.roles ? [...new Set(change.roles)] : old.roles,
  attrs: change.attrs ?? old.attrs,
  dailyActionBudget:
    change.daily_action_budget === undefined ? old.dailyActionBudget : change.daily_action_budget,
});

async function checkReferences(tx: Tx, fields: AgentFields, old: AgentFields | null): Promise<void> {
  await getRoles(tx, fields.roles, "/roles");
  if (fields.ownerUserId !== null && fields.ownerUserId !== old?.ownerUserId)
    await assertActiveMember(tx, fields.ownerUserId, "/owner_user_id");
}

const agentEvent = (caller: Caller, type: string, row: AgentRow, more: EventData): LedgerEvent => ({
  id: newId("evt"),
  type,
  actor: actorOf(caller),
  agentId: row.id,
  data: { agent_id: row.id, name: row.name, ...more },
});

/** Description and attributes are free text and free values: sealed. */
const recorded = (row: AgentRow): EventData => ({
  mode: row.mode,
  owner_user_id: row.ownerUserId,
  roles: row.roles,
  daily_action_budget: row.dailyActionBudget,
  ...(row.description !== "" && { description: sealed(row.description) }),
  ...(Object.keys(row.attrs as Attributes).length > 0 && { attrs: sealed(row.attrs as never) }),
});
