import "server-only";
import type { ListAgentsQuery } from "@/lib/contracts/agents";
import type { Attributes } from "@/lib/contracts/common";
import { now } from "../clock";
import type { Agent, Prisma } from "../db/generated/client";
import type { Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";

export interface AgentRow extends Agent {
  /** Actions it was allowed today (UTC). */
  actionsToday: number;
}

const today = () => new Date(`${now().toISOString().slice(0, 10)}T00:00:00Z`);

async function counted(tx: Tx, rows: readonly Agent[]): Promise<AgentRow[]> {
  const counts = await tx.decisionCount.findMany({
    where: { day: today(), agentId: { in: rows.map((row) => row.id) } },
  });
  const byAgent = new Map(counts.map((row) => [row.agentId, row.count]));
  return rows.map((row) => ({ ...row, actionsToday: byAgent.get(row.id) ?? 0 }));
}

export async function findAgent(tx: Tx, id: string): Promise<AgentRow | null> {
  const row = await tx.agent.findUnique({ where: { id } });
  return row ? ((await counted(tx, [row]))[0] ?? null) : null;
}

export async function listAgentsAfter(
  tx: Tx,
  query: ListAgentsQuery,
  after: string | null,
): Promise<AgentRow[]> {
  const rows = await tx.agent.findMany({
    where: {
      ...(query.status && { status: query.status }),
      ...(query.search && { name: { contains: query.search, mode: "insensitive" } }),
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: query.limit + 1,
  });
  return counted(tx, rows);
}

export interface AgentFields {
  name: string;
  description: string;
  mode: string;
  ownerUserId: string | null;
  roles: string[];
  attrs: Attributes;
  dailyActionBudget: number | null;
}

export async function insertAgent(
  tx: AuditedTx,
  ids: { id: string; orgId: string },
  fields: AgentFields,
): Promise<AgentRow> {
  const data = { ...ids, ...fields, attrs: fields.attrs as Prisma.InputJsonObject };
  return {
    ...(await tx.agent.create({ data: { ...data, createdAt: now(), updatedAt: now() } })),
    actionsToday: 0,
  };
}

export async function changeAgent(tx: AuditedTx, row: AgentRow, fields: AgentFields): Promise<AgentRow> {
  const data = { ...fields, attrs: fields.attrs as Prisma.InputJsonObject, updatedAt: now() };
  return { ...(await tx.agent.update({ where: { id: row.id }, data })), actionsToday: row.actionsToday };
}

export async function setAgentStatus(
  tx: AuditedTx,
  row: AgentRow,
  status: "active" | "disabled",
  statusReason: string,
): Promise<AgentRow> {
  const data = { status, statusReason, updatedAt: now() };
  return { ...(await tx.agent.update({ where: { id: row.id }, data })), actionsToday: row.actionsToday };
}
