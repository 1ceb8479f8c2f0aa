import "server-only";
import type { AgentActivity, AgentActivityQuery } from "@/lib/contracts/activity";
import type { Caller } from "../caller";
import { now } from "../clock";
import { daysUntil, filledDays } from "./days";
import { countDecisions, findLastDecisions } from "./store";

/** What these agents were answered lately, in the order in which they were asked for; unknown ids have nothing. */
export async function listAgentActivity(caller: Caller, query: AgentActivityQuery): Promise<AgentActivity[]> {
  const days = daysUntil(now(), query.days);
  const [counts, lasts] = await Promise.all([
    countDecisions(caller.organizationId, days[0] ?? "", query.agent_ids),
    findLastDecisions(caller.organizationId, query.agent_ids),
  ]);
  const lastOf = new Map(lasts.map((row) => [row.agent_id, row]));
  return query.agent_ids.map((agentId) => {
    const last = lastOf.get(agentId);
    return {
      agent_id: agentId,
      days: filledDays(
        days,
        counts.filter((row) => row.agent_id === agentId),
      ),
      last: last
        ? { seq: last.seq, time: last.time.toISOString(), effect: last.effect, action: last.action }
        : null,
    };
  });
}
