import "server-only";
import type { CheckRequest, Explanation } from "@/lib/contracts/decisions";
import type { Caller } from "../caller";
import { now as currentTime } from "../clock";
import { countActionsToday, currentState } from "../decision-state";
import { judge } from "./pipeline";
import { askedOf } from "./request";
import { directoryRefs } from "./resolve";
import { sentenceOf } from "./step-sentences";

/** How a request would be decided now, step by step. Nothing is recorded, nothing opened, and no budget spent. */
export async function explainDecision(caller: Caller, request: CheckRequest): Promise<Explanation> {
  const asked = askedOf(request, caller.agentId);
  const state = await currentState(caller.organizationId);
  await state.entities.load(directoryRefs(asked));
  const now = currentTime();
  const counts = await countActionsToday(caller.organizationId, now);
  const judgement = judge(state, asked, now, { today: (agentId) => counts.get(agentId) ?? 0 });
  const { decision, trace } = state.policies.explain(judgement.resolved.context);
  return {
    effect: judgement.effect,
    matched_policy_id: judgement.policy === null ? null : decision.matchedPolicyId,
    reason: judgement.reason,
    message: sentenceOf(judgement),
    code: judgement.code,
    params: judgement.params,
    steps: judgement.steps.map((step) => ({ ...step, message: sentenceOf(step) })),
    policies: JSON.parse(JSON.stringify(trace)),
    context: JSON.parse(JSON.stringify(judgement.resolved.context)),
  };
}
