import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import type { auditEndpoints } from "../contracts/endpoints/audit";
import { call } from "./call";
import { auditOperations } from "./operations";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof auditEndpoints.list>, "cursor">;

export const auditQueries = {
  all: ["audit"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...auditQueries.all, "list", filter], (cursor, signal) =>
      call(auditOperations.list, { query: { ...filter, cursor }, signal }),
    ),
  /** An entry with its proof. */
  one: (seq: number) =>
    queryOptions({
      queryKey: [...auditQueries.all, "one", seq],
      queryFn: ({ signal }) => call(auditOperations.get, { params: { seq }, signal }),
    }),
  checkpoints: () =>
    pagedOptions([...auditQueries.all, "checkpoints"], (cursor, signal) =>
      call(auditOperations.listCheckpoints, { query: { cursor }, signal }),
    ),
};
