import { queryOptions } from "@tanstack/react-query";
import type { EntityPath } from "../contracts/directory";
import type { QueryInputOf } from "../contracts/endpoint";
import { entityEndpoints } from "../contracts/endpoints/entities";
import { call } from "./call";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof entityEndpoints.list>, "cursor">;

export const entityQueries = {
  all: ["entities"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...entityQueries.all, "list", filter], (cursor, signal) =>
      call(entityEndpoints.list, { query: { ...filter, cursor }, signal }),
    ),
  one: (path: EntityPath) =>
    queryOptions({
      queryKey: [...entityQueries.all, "one", path],
      queryFn: ({ signal }) => call(entityEndpoints.get, { params: path, signal }),
    }),
};
