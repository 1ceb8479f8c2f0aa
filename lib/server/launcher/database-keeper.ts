import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/server/db/embedded";
import { type MigrationResult, migrate } from "@/lib/server/db/migrate";
import type { LaunchConfig } from "./launch-config";

export interface DatabaseKeeperOptions {
  readonly config: LaunchConfig;
  readonly migrations: string;
  say(sentence: string): void;
  /** PostgreSQL came back on another port. */
  moved(url: string): void;
}

const watchEveryMs = 200;
const longestDelayMs = 5_000;
const connectLimitMs = 60_000;

/** Has a migrated database ready, and starts the embedded one again when it dies. */
export class DatabaseKeeper {
  #embedded: EmbeddedPostgres | null = null;
  #watching: Promise<void> = Promise.resolve();
  #stopping = false;

  private constructor(private readonly options: DatabaseKeeperOptions) {}

  static async open(options: DatabaseKeeperOptions): Promise<{ keeper: DatabaseKeeper; url: string }> {
    const keeper = new DatabaseKeeper(options);
    const { databaseUrl, dataDir } = options.config;
    if (databaseUrl !== null) {
      await keeper.#migrateWhenReachable(databaseUrl);
      return { keeper, url: databaseUrl };
    }
    const embedded = await startEmbedded({ dataDir });
    keeper.#embedded = embedded;
    try {
      await keeper.#migrate(embedded.ownerUrl);
    } catch (error) {
      await embedded.stop();
      throw error;
    }
    keeper.#watching = keeper.#watch();
    return { keeper, url: embedded.ownerUrl };
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#watching;
    await this.#embedded?.stop();
  }

  async #watch(): Promise<void> {
    for (let delayMs = watchEveryMs; !this.#stopping; await sleep(delayMs)) {
      const embedded = this.#embedded;
      if (embedded === null || embedded.isRunning()) {
        delayMs = watchEveryMs;
        continue;
      }
      try {
        this.options.say("PostgreSQL ended; starting it again.");
        const revived = await embedded.revive();
        this.#embedded = revived;
        await this.#migrate(revived.ownerUrl);
        if (revived.ownerUrl !== embedded.ownerUrl) this.options.moved(revived.ownerUrl);
      } catch (error) {
        delayMs = Math.min(delayMs * 2, longestDelayMs);
        this.options.say(`PostgreSQL could not be started again: ${sentenceOf(error)}`);
      }
    }
  }

  // A server given by DATABASE_URL may start together with us, as in a compose file.
  async #migrateWhenReachable(url: string): Promise<void> {
    const deadline = Date.now() + connectLimitMs;
    for (;;) {
      try {
        return await this.#migrate(url);
      } catch (error) {
        if (!isUnreachable(error) || Date.now() > deadline) throw error;
        this.options.say(`The database of DATABASE_URL does not answer yet (${sentenceOf(error)}).`);
        await sleep(1_000);
      }
    }
  }

  async #migrate(url: string): Promise<void> {
    const { applied }: MigrationResult = await migrate(url, this.options.migrations);
    if (applied.length > 0)
      this.options.say(`Applied ${applied.length} migration(s): ${applied.join(", ")}.`);
  }
}

function isUnreachable(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  // 57P03: the server is starting up.
  return ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "57P03"].includes(code);
}

export function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return sentenceOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
