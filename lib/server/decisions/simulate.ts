import "server-only";
import type * as z from "zod";
import type { simulateRequest, simulateResponse } from "@/lib/contracts/decisions";
import { compilePolicySet, type PolicyContext, parsePolicyList } from "@/lib/policy";
import { invalid } from "../errors";

/** Decides requests by policies that are handed in, with the engine that decides for real. Nothing is stored. */
export function simulate(given: z.output<typeof simulateRequest>): z.output<typeof simulateResponse> {
  const parsed = parsePolicyList(given.policies);
  if (parsed.kind === "invalid") {
    const errors = parsed.faults.map(({ pointer, message }) => ({ pointer: `/policies${pointer}`, message }));
    throw invalid(`${errors[0]?.pointer}: ${errors[0]?.message}`, errors);
  }
  const policies = compilePolicySet(parsed.value);
  return {
    results: given.requests.map((request) => {
      const { decision, trace } = policies.explain(contextOf(request));
      return {
        effect: decision.effect,
        matched_policy_id: decision.matchedPolicyId,
        trace: JSON.parse(JSON.stringify(trace)),
      };
    }),
  };
}

/** A request is a context, or holds one as `ctx`: no context has a member of that name. */
function contextOf(request: { [name: string]: unknown }): PolicyContext {
  return (Object.hasOwn(request, "ctx") ? request.ctx : request) as PolicyContext;
}
