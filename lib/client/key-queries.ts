import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import type { keyEndpoints } from "../contracts/endpoints/keys";
import { call } from "./call";
import { keyOperations } from "./operations";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof keyEndpoints.list>, "cursor">;

export const keyQueries = {
  all: ["keys"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...keyQueries.all, "list", filter], (cursor, signal) =>
      call(keyOperations.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...keyQueries.all, "one", id],
      queryFn: ({ signal }) => call(keyOperations.get, { params: { id }, signal }),
    }),
};
