import { queryOptions } from "@tanstack/react-query";
import type { BodyInputOf } from "../contracts/endpoint";
import type { decisionEndpoints } from "../contracts/endpoints/decisions";
import type { Effect, JsonObject, PolicyTrace } from "../policy";
import { call } from "./call";
import { decisionOperations } from "./operations";
import { everyPolicy } from "./policy-queries";

/** What the engine says about one request; the trace is lib/policy's, as the API hands it out. */
export interface DraftSimulation {
  effect: Effect;
  matched_policy_id: string | null;
  trace: readonly PolicyTrace[];
}

interface Asked {
  /** A whole policy with an id. */
  policy: JsonObject;
  requestText: string;
  /** Whether the policies in force are looked at too, with this one in the place of its own. */
  amongOthers: boolean;
}

/** Decides one request by a draft that is stored nowhere. */
export const simulationQuery = ({ policy, requestText, amongOthers }: Asked) =>
  queryOptions({
    queryKey: ["simulation", policy, requestText, amongOthers],
    gcTime: 60_000,
    queryFn: async ({ signal }): Promise<DraftSimulation> => {
      const others = amongOthers ? await everyPolicy("published", signal) : [];
      const documents = others
        .filter((other) => other.id !== policy.id)
        .map((other) => ({ ...other.document, id: other.id }));
      return simulateOne([...documents, policy], JSON.parse(requestText), signal);
    },
  });

type Body = BodyInputOf<typeof decisionEndpoints.simulate>;

async function simulateOne(
  policies: readonly unknown[],
  request: unknown,
  signal: AbortSignal,
): Promise<DraftSimulation> {
  // Both are JSON already: only their declared types differ, in being read-only or not known.
  const body = { policies, requests: [request] } as Body;
  const { results } = await call(decisionOperations.simulate, { body, signal });
  const [result] = results;
  if (result === undefined) throw new Error("The server answered without a result.");
  return { ...result, trace: result.trace as unknown as readonly PolicyTrace[] };
}
