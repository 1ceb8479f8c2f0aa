import "server-only";
import { type Job, startJobs as start, stopJobs } from "./queue";
import { RECURRING_JOBS } from "./recurring";

export { type Job, stopJobs };

/** Starts this process's share of the recurring jobs; a second call changes nothing. */
export function startJobs(jobs: readonly Job[] = RECURRING_JOBS): Promise<void> {
  return start(jobs);
}
