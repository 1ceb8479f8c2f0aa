import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import type { approvalEndpoints } from "../contracts/endpoints/approvals";
import { call } from "./call";
import { approvalOperations } from "./operations";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof approvalEndpoints.list>, "cursor">;

export const approvalQueries = {
  all: ["approvals"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...approvalQueries.all, "list", filter], (cursor, signal) =>
      call(approvalOperations.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...approvalQueries.all, "one", id],
      queryFn: ({ signal }) => call(approvalOperations.get, { params: { id }, signal }),
    }),
  /** Of the agent that asks; for those who may decide the request. */
  activity: (id: string) =>
    queryOptions({
      queryKey: [...approvalQueries.all, "activity", id],
      queryFn: ({ signal }) => call(approvalOperations.activity, { params: { id }, signal }),
      staleTime: 60_000,
    }),
};
