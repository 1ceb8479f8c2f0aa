import "server-only";
import { unavailable } from "../errors";
import { processWide } from "../process-wide";

const MAX_WAITING = 1_000;

interface Turns {
  last: Promise<unknown>;
  waiting: number;
}

/**
 * Runs what belongs to one organization one after the other in this process. Changes wait for the chain's lock anyway:
 * here they wait without a database connection each, which everybody else would then lack.
 *
 * @throws AppError unavailable when too many wait already.
 */
export function inTurn<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
  const all = processWide("mutation-turns", () => new Map<string, Turns>());
  const turns = all.get(organizationId) ?? { last: Promise.resolve(), waiting: 0 };
  if (turns.waiting >= MAX_WAITING) {
    return Promise.reject(unavailable("Kynara is busy and cannot record a change now. Ask again."));
  }
  all.set(organizationId, turns);
  turns.waiting += 1;
  const mine = turns.last.then(work);
  turns.last = mine
    .catch(() => undefined)
    .then(() => {
      turns.waiting -= 1;
      if (turns.waiting === 0) all.delete(organizationId);
    });
  return mine;
}
