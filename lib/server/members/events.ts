import "server-only";
import { actorOf, type Caller } from "../caller";
import { type EventData, type LedgerEvent, sealed } from "../db/ledger/events";
import { newId } from "../ids";
import type { MemberRow } from "./store";

const event = (caller: Caller, type: string, row: MemberRow, more: EventData): LedgerEvent => ({
  id: newId("evt"),
  type,
  actor: actorOf(caller),
  data: { user_id: row.userId, member_id: row.id, ...more },
});

export const joined = (caller: Caller, row: MemberRow) =>
  event(caller, "member.joined", row, { email: sealed(row.user.email), roles: row.roles });

export const removed = (caller: Caller, row: MemberRow) =>
  event(caller, "member.removed", row, { email: sealed(row.user.email) });

export const rolesChanged = (caller: Caller, row: MemberRow, before: readonly string[]) =>
  event(caller, "role.changed", row, { change: "assigned", roles_before: [...before], roles: row.roles });

/** Attributes may say anything of a person, so their values are sealed. */
export const updated = (caller: Caller, row: MemberRow, changed: readonly string[]) =>
  event(caller, "member.updated", row, {
    changed: [...changed],
    ...(changed.includes("attrs") && { attrs: sealed(row.attrs as never) }),
  });
