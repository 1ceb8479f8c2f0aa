import { queryOptions } from "@tanstack/react-query";
import type { BodyInputOf } from "../contracts/endpoint";
import { decisionEndpoints } from "../contracts/endpoints/decisions";
import { call } from "./call";

export const decisionQueries = {
  all: ["decisions"] as const,
  /** How this request would be decided now; asked anew each time, because everything may have changed. */
  explain: (request: BodyInputOf<typeof decisionEndpoints.explain>) =>
    queryOptions({
      queryKey: [...decisionQueries.all, "explain", request],
      queryFn: ({ signal }) => call(decisionEndpoints.explain, { body: request, signal }),
      staleTime: 0,
      gcTime: 0,
    }),
};
