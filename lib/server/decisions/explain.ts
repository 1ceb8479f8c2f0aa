import "server-only";
import type { CheckRequest, Explanation } from "@/lib/contracts/decisions";
import type { Caller } from "../caller";
import { pool } from "../db/pool";
import { currentState } from "../decision-state";
import { judge } from "./pipeline";
import { askedOf } from "./request";
import { directoryRefs } from "./resolve";

/** How a request would be decided now, step by step. Nothing is recorded, nothing opened, and no budget spent. */
export async function explainDecision(caller: Caller, request: CheckRequest): Promise<Explanation> {
  const asked = askedOf(request, caller.agentId);
  const state = await currentState(caller.organizationId);
  await state.entities.load(directoryRefs(asked));
  const now = new Date();
  const counts = await countsToday(caller.organizationId, now);
  const judgement = judge(state, asked, now, { today: (agentId) => counts[agentId] ?? 0 });
  const { decision, trace } = state.policies.explain(judgement.resolved.context);
  return {
    effect: judgement.effect,
    matched_policy_id: judgement.policy === null ? null : decision.matchedPolicyId,
    reason: judgement.reason,
    message: judgement.message,
    steps: judgement.steps,
    policies: JSON.parse(JSON.stringify(trace)),
    context: JSON.parse(JSON.stringify(judgement.resolved.context)),
  };
}

async function countsToday(organizationId: string, now: Date): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ counts: Record<string, number> | null }>({
    name: "audit_position",
    text: "SELECT * FROM audit_position($1, $2)",
    values: [organizationId, now.toISOString().slice(0, 10)],
  });
  return rows[0]?.counts ?? {};
}
