import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import { policyEndpoints } from "../contracts/endpoints/policies";
import { call } from "./call";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof policyEndpoints.list>, "cursor">;

export const policyQueries = {
  all: ["policies"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...policyQueries.all, "list", filter], (cursor, signal) =>
      call(policyEndpoints.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...policyQueries.all, "one", id],
      queryFn: ({ signal }) => call(policyEndpoints.get, { params: { id }, signal }),
    }),
  versions: (id: string) =>
    pagedOptions([...policyQueries.all, "versions", id], (cursor, signal) =>
      call(policyEndpoints.listVersions, { params: { id }, query: { cursor }, signal }),
    ),
};
