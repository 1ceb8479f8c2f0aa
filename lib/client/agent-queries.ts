import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import { agentEndpoints } from "../contracts/endpoints/agents";
import { call } from "./call";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof agentEndpoints.list>, "cursor">;

export const agentQueries = {
  all: ["agents"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...agentQueries.all, "list", filter], (cursor, signal) =>
      call(agentEndpoints.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...agentQueries.all, "one", id],
      queryFn: ({ signal }) => call(agentEndpoints.get, { params: { id }, signal }),
    }),
};
