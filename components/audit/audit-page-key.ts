import type { AuditQuery } from "./audit-filter";

/** Entries of one page: enough for two screens, little enough for the first paint. */
export const AUDIT_PAGE_SIZE = 60;

/** Names a page in the query cache, for the server that fills in the first one and the browser that goes on. */
export function auditPageKey(query: AuditQuery, cursor: string | undefined) {
  return ["audit", "page", query, cursor ?? null] as const;
}

/** How many policies, agents and people are fetched for their names. */
export const NAMED = { limit: 200 } as const;
