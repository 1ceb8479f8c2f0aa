import "server-only";
import type * as z from "zod";
import type { simulateRequest, simulateResponse } from "@/lib/contracts/decisions";
import { compilePolicySet, type PolicyContext, parsePolicyList } from "@/lib/policy";
import { invalid } from "../errors";

type Result = z.output<typeof simulateResponse>["results"][number];

/**
 * Decides requests by policies that are handed in, with the engine that decides for real. Nothing is stored.
 *
 * @returns the results one by one: all traces of many policies together would not fit into memory.
 * @throws AppError invalid with a JSON Pointer for each fault of the policies, before the first result.
 */
export function simulate(given: z.output<typeof simulateRequest>): Iterable<Result> {
  const parsed = parsePolicyList(given.policies);
  if (parsed.kind === "invalid") {
    const errors = parsed.faults.map((fault) => ({ ...fault, pointer: `/policies${fault.pointer}` }));
    throw invalid(`${errors[0]?.pointer}: ${errors[0]?.message}`, errors);
  }
  const policies = compilePolicySet(parsed.value);
  return decideEach(policies, given.requests);
}

function* decideEach(
  policies: ReturnType<typeof compilePolicySet>,
  requests: z.output<typeof simulateRequest>["requests"],
): Generator<Result> {
  for (const request of requests) {
    const { decision, trace } = policies.explain(contextOf(request));
    yield {
      effect: decision.effect,
      matched_policy_id: decision.matchedPolicyId,
      trace: trace as unknown as Result["trace"],
    };
  }
}

/** A request is a context, or holds one as `ctx`: no context has a member of that name. */
function contextOf(request: { [name: string]: unknown }): PolicyContext {
  return (Object.hasOwn(request, "ctx") ? request.ctx : request) as PolicyContext;
}
