import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import { roleEndpoints } from "../contracts/endpoints/roles";
import { call } from "./call";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof roleEndpoints.list>, "cursor">;

export const roleQueries = {
  all: ["roles"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...roleQueries.all, "list", filter], (cursor, signal) =>
      call(roleEndpoints.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (name: string) =>
    queryOptions({
      queryKey: [...roleQueries.all, "one", name],
      queryFn: ({ signal }) => call(roleEndpoints.get, { params: { name }, signal }),
    }),
};
