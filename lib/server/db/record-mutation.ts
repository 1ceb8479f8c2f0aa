import "server-only";
import type { Caller } from "../caller";
import { now as currentTime } from "../clock";
import { inTurn } from "./in-turn";
import { APPEND_SQL, chainEvents, type HeadRow, storedHead } from "./ledger/append";
import { dataKey } from "./ledger/data-key";
import { readyEvent } from "./ledger/draft";
import type { LedgerEvent } from "./ledger/events";
import { listener } from "./listener";
import { prisma, type Tx } from "./prisma";

declare const audited: unique symbol;
/** The transaction that a store needs to write. Only recordMutation makes one, so no change goes without its entry. */
export type AuditedTx = Tx & { readonly [audited]: true };

/** Thrown by `work` when there is nothing to change: nothing is written, and `result` is the answer. */
export class Unchanged<T> extends Error {
  constructor(readonly result: T) {
    super("nothing to change");
  }
}

/** The state that decisions depend on has moved since the caller looked. Nothing was written. */
export class StateMoved extends Error {}

type Events = LedgerEvent | readonly [LedgerEvent, ...LedgerEvent[]];

/**
 * Makes a change and writes its ledger entries in one transaction: both are stored, or neither.
 *
 * The chain's lock is taken before `work` runs, so all changes of one organization happen one after another, in the
 * order in which the log tells them; keep `work` short and leave hashing of passwords and network calls outside.
 *
 * @param tell says what happened, from the result of `work`.
 * @param options.stateVersion refuses with StateMoved unless the state still has this version.
 */
export async function recordMutation<T>(
  caller: Pick<Caller, "organizationId">,
  tell: (result: T) => Events,
  work: (tx: AuditedTx) => Promise<T>,
  options: { stateVersion?: number } = {},
): Promise<T> {
  const organizationId = caller.organizationId;
  const key = await dataKey(organizationId);
  let movedTo: bigint | null = null;
  try {
    const change = () =>
      prisma().$transaction(
        async (tx) => {
          const [row] = await tx.$queryRaw<HeadRow[]>`
          SELECT h.seq, h.hash, h.time, h.frontier, h.state_version
            FROM (SELECT set_config('app.org_id', ${organizationId}, true)) AS tenant, audit_lock_head(${organizationId}) AS h`;
          if (!row?.hash) throw new Error(`The organization ${organizationId} has no log.`);
          const head = storedHead(organizationId, row);
          if (options.stateVersion !== undefined && options.stateVersion !== head.stateVersion)
            throw new StateMoved();
          const result = await work(tx as AuditedTx);
          const told = tell(result);
          const events = "id" in told ? [told] : told;
          const now = currentTime();
          const { parameters } = chainEvents(
            head,
            events.map((event) => readyEvent(key, event, now)),
            null,
          );
          const [appended] = await tx.$queryRawUnsafe<{ state_version: bigint | null }[]>(
            APPEND_SQL,
            ...parameters,
          );
          if (appended?.state_version == null) throw new Error("The chain moved under its own lock.");
          if (Number(appended.state_version) !== head.stateVersion) movedTo = appended.state_version;
          return result;
        },
        { maxWait: 5_000, timeout: 15_000 },
      );
    const made = await inTurn(organizationId, change);
    // The notice comes round through the database; whoever made the change must see it at once.
    if (movedTo !== null) listener().emit("state", `${organizationId} ${movedTo}`);
    return made;
  } catch (error) {
    if (error instanceof Unchanged) return error.result as T;
    throw error;
  }
}
