import "server-only";
import { systemCaller } from "../caller";
import { recordMutation, Unchanged } from "../db/record-mutation";
import { newId } from "../ids";
import { grantExpired } from "./events";
import { type GrantRow, listDueGrants, markExpired } from "./store";

/**
 * Writes `grant.expired` for grants whose time has run out. Decisions look at the clock themselves, so nothing depends
 * on when this runs; each is noted exactly once, however many processes do it and wherever one dies.
 *
 * @returns how many were noted; as many as `limit` means that there may be more.
 */
export async function expireDueGrants(now = new Date(), limit = 100): Promise<number> {
  let noted = 0;
  for (const due of await listDueGrants(now, limit)) {
    const caller = systemCaller(due.organizationId, newId("req"));
    const row = await recordMutation(
      caller,
      (made: GrantRow | null) => grantExpired(caller, made as GrantRow),
      async (tx) => {
        const expired = await markExpired(tx, due.id, now);
        if (!expired) throw new Unchanged(null);
        return expired;
      },
    );
    if (row !== null) noted += 1;
  }
  return noted;
}
