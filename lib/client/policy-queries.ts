import { queryOptions } from "@tanstack/react-query";
import type { QueryInputOf } from "../contracts/endpoint";
import type { policyEndpoints } from "../contracts/endpoints/policies";
import type { PolicyView } from "../contracts/policies";
import { call } from "./call";
import { policyOperations } from "./operations";
import { pagedOptions } from "./paged-options";

type Filter = Omit<QueryInputOf<typeof policyEndpoints.list>, "cursor">;

export const policyQueries = {
  all: ["policies"] as const,
  list: (filter: Filter = {}) =>
    pagedOptions([...policyQueries.all, "list", filter], (cursor, signal) =>
      call(policyOperations.list, { query: { ...filter, cursor }, signal }),
    ),
  /** All of them, page after page: what a search or an order needs. */
  whole: (status: PolicyView["status"]) =>
    queryOptions({
      queryKey: [...policyQueries.all, "whole", status],
      queryFn: ({ signal }) => everyPolicy(status, signal),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...policyQueries.all, "one", id],
      queryFn: ({ signal }) => call(policyOperations.get, { params: { id }, signal }),
    }),
  versions: (id: string) =>
    pagedOptions([...policyQueries.all, "versions", id], (cursor, signal) =>
      call(policyOperations.listVersions, { params: { id }, query: { cursor }, signal }),
    ),
};

const PAGE = 200;

/** Every policy of a status in evaluation order. */
export async function everyPolicy(status: PolicyView["status"], signal: AbortSignal): Promise<PolicyView[]> {
  const policies: PolicyView[] = [];
  let cursor: string | null = null;
  do {
    const query = { status, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const page: { items: PolicyView[]; next_cursor: string | null } = await call(policyOperations.list, {
      query,
      signal,
    });
    policies.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return policies;
}
