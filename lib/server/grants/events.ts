import "server-only";
import { actorOf, type Caller } from "../caller";
import { type EventData, type LedgerEvent, sealed } from "../db/ledger/events";
import { newId } from "../ids";
import type { GrantRow } from "./store";

const event = (caller: Caller, type: string, row: GrantRow, more: EventData): LedgerEvent => ({
  id: newId("evt"),
  type,
  actor: actorOf(caller),
  resourceType: row.resource.type,
  agentId: row.subjectType === "agent" ? row.subjectId : undefined,
  data: { grant_id: row.id, subject: { type: row.subjectType, id: row.subjectId }, ...more },
});

/** A resource's id and whatever people wrote may name a patient: sealed. */
export const grantCreated = (caller: Caller, row: GrantRow) =>
  event(caller, "grant.created", row, {
    actions: row.actions,
    resource: {
      type: row.resource.type,
      ...(row.resource.id !== undefined && { id: sealed(row.resource.id) }),
      ...(row.resource.attrs && {
        attrs: Object.fromEntries(
          Object.entries(row.resource.attrs).map(([name, value]) => [name, sealed(value)]),
        ),
      }),
    },
    justification: sealed(row.justification),
    ...(row.ticketUrl !== "" && { ticket_url: sealed(row.ticketUrl) }),
    expires_at: row.expiresAt.toISOString(),
  });

export const grantRevoked = (caller: Caller, row: GrantRow) =>
  event(caller, "grant.revoked", row, { taken_by: row.takenBy });

export const grantExpired = (caller: Caller, row: GrantRow) =>
  event(caller, "grant.expired", row, { taken_by: row.takenBy, expired_at: row.expiresAt.toISOString() });

export const grantReviewed = (caller: Caller, row: GrantRow) =>
  event(caller, "grant.reviewed", row, { taken_by: row.takenBy, finding: sealed(row.finding) });
