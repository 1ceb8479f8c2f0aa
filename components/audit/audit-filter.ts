import { oneOf, text, wholeNumber, withDefault } from "@/lib/client/search-params";
import type { ListAuditQuery } from "@/lib/contracts/audit";

export const EFFECTS = ["allow", "deny", "require_approval"] as const;
export const ORDERS = ["newest", "oldest"] as const;

/** What of the log is shown, as it stands in the address; shared by the server's first paint and the browser. */
export const auditParams = {
  type: text,
  effect: oneOf(EFFECTS),
  actor: text,
  agent: text,
  action: text,
  resource_type: text,
  policy: text,
  approval: text,
  from: text,
  to: text,
  order: withDefault(oneOf(ORDERS), "newest"),
};

/** The entry that is open. */
export const entryParams = { entry: wholeNumber };

export interface AuditFilter {
  type: string | null;
  effect: (typeof EFFECTS)[number] | null;
  actor: string | null;
  agent: string | null;
  action: string | null;
  resource_type: string | null;
  policy: string | null;
  approval: string | null;
  /** Days of the reader's calendar (2026-11-23) or instants. */
  from: string | null;
  to: string | null;
  order: (typeof ORDERS)[number];
}

export type AuditFilterName = Exclude<keyof AuditFilter, "order">;

export type AuditQuery = Omit<Partial<ListAuditQuery>, "cursor" | "limit">;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/**
 * The start of a day, or of the day after it, as an instant; null for what is neither day nor instant.
 *
 * @param zoneOffsetMinutes what is added to local time to get UTC, as Date's getTimezoneOffset says.
 */
export function instantOf(
  text: string,
  edge: "start" | "end",
  zoneOffsetMinutes: (utcMs: number) => number,
): string | null {
  const midnight = Date.parse(DAY.test(text) ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(midnight)) return null;
  if (!DAY.test(text)) return new Date(midnight).toISOString();
  const day = edge === "end" ? midnight + DAY_MS : midnight;
  const local = day + zoneOffsetMinutes(day) * 60_000;
  // `to` includes its own millisecond; entries have no finer time.
  return new Date(edge === "end" ? local - 1 : local).toISOString();
}

export const readersZone = (utcMs: number) => new Date(utcMs).getTimezoneOffset();

/** The API's query of a filter. A resource's id is no part of the filter: it never stands in an address. */
export function queryOf(filter: AuditFilter, resourceId: string | null = null): AuditQuery {
  const from = filter.from === null ? null : instantOf(filter.from, "start", readersZone);
  const to = filter.to === null ? null : instantOf(filter.to, "end", readersZone);
  const values = {
    type: filter.type,
    effect: filter.effect,
    actor: filter.actor,
    agent_id: filter.agent,
    action: filter.action,
    resource_type: filter.resource_type,
    policy_id: filter.policy,
    approval_id: filter.approval,
    from,
    to,
    resource_id: resourceId,
  };
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== "");
  return { ...(Object.fromEntries(given) as AuditQuery), order: filter.order };
}

/** Whether the filter means other days in another time zone, so that only the browser can ask. */
export function dependsOnZone(filter: AuditFilter): boolean {
  return [filter.from, filter.to].some((text) => text !== null && DAY.test(text));
}
