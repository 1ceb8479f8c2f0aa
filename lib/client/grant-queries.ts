import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import { grantEndpoints } from "../contracts/endpoints/grants";
import { call } from "./call";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof grantEndpoints.list>, "cursor">;

export const grantQueries = {
  all: ["grants"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...grantQueries.all, "list", filter], (cursor, signal) =>
      call(grantEndpoints.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...grantQueries.all, "one", id],
      queryFn: ({ signal }) => call(grantEndpoints.get, { params: { id }, signal }),
    }),
};
