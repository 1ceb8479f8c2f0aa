import "server-only";
import { log } from "../log";
import { countMore, findTallies, listUntalliedLogs, type TallyRow } from "./tally-store";

export type { TallyRow } from "./tally-store";

/** Entries counted in one transaction: short enough to hold up nobody. */
const BATCH = 10_000;
/** What a reader waits for at most; the rest is counted by the job, and the reader is told how far it is. */
const BATCHES_FOR_A_READER = 2;

/** The job: counts what the log has beyond what is counted. One log's trouble does not stop the others. */
export async function catchUpTallies(): Promise<void> {
  for (const organizationId of await listUntalliedLogs()) {
    await catchUp(organizationId, Number.POSITIVE_INFINITY).catch((error) =>
      log().error({ organizationId, error }, "a log could not be counted"),
    );
  }
}

/** @returns the last entry that is counted. */
async function catchUp(organizationId: string, batches: number): Promise<number> {
  let reached = await countMore(organizationId, BATCH);
  for (let done = 1; done < batches; done += 1) {
    const before = reached;
    reached = await countMore(organizationId, BATCH);
    if (reached === before) break;
  }
  return reached;
}

/**
 * How often what happened since the beginning of a day (YYYY-MM-DD, UTC), and up to which entry that is counted: the
 * log's end, unless very much was written just now.
 */
export async function tallySince(
  organizationId: string,
  since: string,
): Promise<{ rows: TallyRow[]; countedTo: number }> {
  const countedTo = await catchUp(organizationId, BATCHES_FOR_A_READER);
  return { rows: await findTallies(organizationId, since), countedTo };
}
