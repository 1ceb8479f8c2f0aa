import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import type { agentEndpoints } from "../contracts/endpoints/agents";
import { call } from "./call";
import { agentOperations, auditOperations } from "./operations";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof agentEndpoints.list>, "cursor">;

/** Asked again and again without a person's doing: it must not keep an unattended screen signed in. */
const BACKGROUND = { "x-kynara-background": "1" };

/** The newest decisions of an agent. */
export const newestDecisions = (agentId: string) => ({
  agent_id: agentId,
  type: "decision.evaluated",
  limit: 6,
});

export const agentQueries = {
  all: ["agents"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...agentQueries.all, "list", filter], (cursor, signal) =>
      call(agentOperations.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...agentQueries.all, "one", id],
      queryFn: ({ signal }) => call(agentOperations.get, { params: { id }, signal }),
    }),
  /** For looking on while decisions are made. */
  liveDecisions: (id: string) =>
    queryOptions({
      queryKey: [...agentQueries.all, "live", id],
      queryFn: ({ signal }) =>
        call(auditOperations.list, { query: newestDecisions(id), headers: BACKGROUND, signal }),
    }),
};
