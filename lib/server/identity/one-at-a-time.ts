import "server-only";
import { processWide } from "../process-wide";

/**
 * Runs works of the same name one after another, in the order they came. So of many passwords tried on one account at
 * once, each sees what the ones before it did.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const tails = processWide("one-at-a-time", () => new Map<string, Promise<unknown>>());
  const before = tails.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  tails.set(name, mine);
  try {
    return await mine;
  } finally {
    if (tails.get(name) === mine) tails.delete(name);
  }
}
