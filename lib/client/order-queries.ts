import { queryOptions } from "@tanstack/react-query";
import type { BodyInputOf } from "../contracts/endpoint";
import type { decisionEndpoints } from "../contracts/endpoints/decisions";
import type { Effect, JsonObject } from "../policy";
import { call } from "./call";
import { auditOperations, decisionOperations } from "./operations";

type Body = BodyInputOf<typeof decisionEndpoints.simulate>;

export interface SampleOutcome {
  readonly request: JsonObject;
  readonly before: Effect;
  readonly after: Effect;
}

const RECENT = 200;

export const orderQueries = {
  /** The same requests decided in two orders; nothing is stored. */
  samples: (before: readonly JsonObject[], after: readonly JsonObject[], requests: readonly JsonObject[]) =>
    queryOptions({
      queryKey: ["order-samples", before, after, requests],
      gcTime: 60_000,
      queryFn: async ({ signal }): Promise<readonly SampleOutcome[]> => {
        const effects = (policies: readonly JsonObject[]) => simulatedEffects(policies, requests, signal);
        const [was, will] = await Promise.all([effects(before), effects(after)]);
        return requests.flatMap((request, index) => {
          const [one, other] = [was[index], will[index]];
          return one === undefined || other === undefined ? [] : [{ request, before: one, after: other }];
        });
      },
    }),
  /** What the log tells of the newest decisions. */
  recentDecisions: () =>
    queryOptions({
      queryKey: ["order-decisions"],
      gcTime: 60_000,
      queryFn: async ({ signal }) => {
        const query = { type: "decision.evaluated", limit: RECENT };
        return (await call(auditOperations.list, { query, signal })).items;
      },
    }),
};

async function simulatedEffects(
  policies: readonly JsonObject[],
  requests: readonly JsonObject[],
  signal: AbortSignal,
): Promise<readonly Effect[]> {
  const body = { policies, requests } as Body;
  const { results } = await call(decisionOperations.simulate, { body, signal });
  return results.map((result) => result.effect);
}
