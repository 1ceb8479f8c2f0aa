import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import type { memberEndpoints } from "../contracts/endpoints/members";
import { call } from "./call";
import { memberOperations } from "./operations";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof memberEndpoints.list>, "cursor">;

export const memberQueries = {
  all: ["members"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...memberQueries.all, "list", filter], (cursor, signal) =>
      call(memberOperations.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...memberQueries.all, "one", id],
      queryFn: ({ signal }) => call(memberOperations.get, { params: { id }, signal }),
    }),
};
