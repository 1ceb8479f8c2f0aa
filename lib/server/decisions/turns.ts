import "server-only";
import { unavailable } from "../errors";
import { processWide } from "../process-wide";

const MAX_WAITING = 1024;

interface Queue {
  /** Settles when everybody ahead is done; never rejects. */
  last: Promise<unknown>;
  waiting: number;
}

/**
 * Runs one after another what would only wait for the same lock in the database: a burst of requests for approval then
 * holds one connection, and not all of them, which the decisions that need no approval would wait for.
 *
 * @throws AppError unavailable when more wait than this process will hold; nothing was done.
 */
export async function inTurn<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
  const queues = processWide("approval-turns", () => new Map<string, Queue>());
  const queue = queues.get(organizationId) ?? { last: Promise.resolve(), waiting: 0 };
  if (queue.waiting >= MAX_WAITING)
    throw unavailable("Too many requests wait for an approval to be opened. Nothing was decided; ask again.");
  queues.set(organizationId, queue);
  queue.waiting += 1;
  const done = queue.last.then(work);
  queue.last = done.catch(() => undefined);
  try {
    return await done;
  } finally {
    queue.waiting -= 1;
    if (queue.waiting === 0) queues.delete(organizationId);
  }
}
