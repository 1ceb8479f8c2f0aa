import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import { approvalEndpoints } from "../contracts/endpoints/approvals";
import { call } from "./call";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof approvalEndpoints.list>, "cursor">;

export const approvalQueries = {
  all: ["approvals"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...approvalQueries.all, "list", filter], (cursor, signal) =>
      call(approvalEndpoints.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...approvalQueries.all, "one", id],
      queryFn: ({ signal }) => call(approvalEndpoints.get, { params: { id }, signal }),
    }),
  /** Of the agent that asks; for those who may decide the request. */
  activity: (id: string) =>
    queryOptions({
      queryKey: [...approvalQueries.all, "activity", id],
      queryFn: ({ signal }) => call(approvalEndpoints.activity, { params: { id }, signal }),
      staleTime: 60_000,
    }),
};
