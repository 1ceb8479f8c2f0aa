import "server-only";
import { PgBoss } from "pg-boss";
import { config } from "../config";
import { log } from "../log";
import { processWide } from "../process-wide";

/** Work that comes round again and again, whichever process has time for it. */
export interface Job {
  name: string;
  everySeconds: number;
  /** Finds what is due and does it. What a crash left undone must be found by the next run. */
  run(): Promise<unknown>;
}

const POLL_SECONDS = 2;
const STOP_TIMEOUT_MS = 10_000;
const KEEP_DONE_SECONDS = 3_600;

class Jobs {
  private readonly boss = new PgBoss({
    connectionString: config().databaseUrl,
    schema: "pgboss",
    application_name: "kynara-jobs",
    max: 2,
    schedule: false,
    openTelemetry: { enabled: false },
  });
  private readonly timers: NodeJS.Timeout[] = [];

  async start(jobs: readonly Job[]): Promise<void> {
    this.boss.on("error", (error) => log().warn({ error: error.message }, "the job queue has trouble"));
    await this.boss.start();
    for (const job of jobs) await this.take(job);
  }

  /**
   * Of each job one waits at a time, in all processes together. One that a crash interrupted runs again, and does not
   * keep the next from running meanwhile: two runs at once are harmless, for each change is one conditional write.
   */
  private async take(job: Job): Promise<void> {
    const options = {
      policy: "short",
      retryLimit: 3,
      expireInSeconds: 300,
      heartbeatSeconds: 30,
      deleteAfterSeconds: KEEP_DONE_SECONDS,
      retentionSeconds: KEEP_DONE_SECONDS,
    } as const;
    await this.boss.createQueue(job.name, options);
    await this.boss.work(job.name, { pollingIntervalSeconds: POLL_SECONDS }, async () => {
      await job.run();
    });
    const ask = () =>
      this.boss
        .send(job.name, null, { singletonKey: job.name, singletonSeconds: job.everySeconds })
        .catch((error: Error) =>
          log().warn({ job: job.name, error: error.message }, "a job could not be queued"),
        );
    await ask();
    const timer = setInterval(ask, job.everySeconds * 1000);
    timer.unref();
    this.timers.push(timer);
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
  }
}

const running = () => processWide("jobs", () => ({ jobs: null as Promise<Jobs> | null }));

/** Starts this process's share of the jobs; a second call changes nothing. */
export async function startJobs(jobs: readonly Job[]): Promise<void> {
  const holder = running();
  holder.jobs ??= (async () => {
    const made = new Jobs();
    await made.start(jobs);
    return made;
  })();
  try {
    await holder.jobs;
  } catch (error) {
    holder.jobs = null;
    throw error;
  }
}

/** Takes no more jobs and waits for those that run, ten seconds at most. */
export async function stopJobs(): Promise<void> {
  const holder = running();
  const jobs = await holder.jobs;
  holder.jobs = null;
  await jobs?.stop();
}
