import "server-only";
import type { AuditedTx } from "../db/record-mutation";

/** An agent's allowed actions on the day (UTC) of `now`. Exact: the transaction holds the chain's lock. */
export async function countOfDay(
  tx: AuditedTx,
  organizationId: string,
  agentId: string,
  now: Date,
): Promise<number> {
  const day = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const found = await tx.decisionCount.findUnique({
    where: { orgId_day_agentId: { orgId: organizationId, day, agentId } },
    select: { count: true },
  });
  return found?.count ?? 0;
}
