import type { AuditQuery } from "./audit-filter";

/** Entries of one page: enough for two screens, little enough for the first paint. */
export const AUDIT_PAGE_SIZE = 60;

/** Names a page in the query cache, for the server that fills in the first one and the browser that goes on. */
export function auditPageKey(query: AuditQuery, cursor: string | undefined) {
  return ["audit", "page", query, cursor ?? null] as const;
}

/** A page of the log without filters, by the numbers of its entries: the log of `total` entries has no gap. */
export function pageOfWholeLog(query: AuditQuery, page: number, total: number): AuditQuery {
  const before = page * AUDIT_PAGE_SIZE;
  return query.order === "oldest"
    ? { order: "oldest", from_seq: before + 1, to_seq: total }
    : { order: "newest", to_seq: total - before };
}

/** Whether nothing but the order is asked for. */
export const isWholeLog = (query: AuditQuery): boolean =>
  Object.keys(query).every((name) => name === "order");

/** How many policies, agents and people are fetched for their names. */
export const NAMED = { limit: 200 } as const;
