import "server-only";
import { EventEmitter } from "node:events";
import pg from "pg";
import { config } from "../config";
import { log } from "../log";
import { processWide } from "../process-wide";

/** `state`: payload "<organization> <version>". `approval`: payload "<organization> <approval> <state>". */
export type Channel = "state" | "approval";
const CHANNELS: readonly Channel[] = ["state", "approval"];
const RETRY_MS = 500;

/**
 * This process's ear on the database. While it is cut off, `connected` is false and whoever relies on being told has to
 * look for themselves; on every new connection "connected" is emitted, for what was missed meanwhile.
 */
export class Listener extends EventEmitter {
  connected = false;
  private client: pg.Client | null = null;
  private closed = false;
  private connecting: Promise<void>;

  constructor() {
    super();
    this.setMaxListeners(0);
    this.connecting = this.connect();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: config().databaseUrl, keepAlive: true });
    client.on("error", (error) => log().warn({ error: error.message }, "the listening connection was lost"));
    client.on("end", () => this.lost(client));
    client.on("notification", ({ channel, payload }) => {
      this.emit(channel.replace(/^kynara_/, ""), payload ?? "");
    });
    try {
      await client.connect();
      this.client = client;
      for (const channel of CHANNELS) await client.query(`LISTEN kynara_${channel}`);
      this.connected = true;
      this.emit("connected");
    } catch (error) {
      log().warn({ error: (error as Error).message }, "cannot listen to the database yet");
      client.end().catch(() => undefined);
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.closed || (this.client !== null && this.client !== client)) return;
    const wasConnected = this.connected || this.client === client;
    this.connected = false;
    this.client = null;
    if (wasConnected || this.retry === null) this.scheduleRetry();
  }

  private retry: NodeJS.Timeout | null = null;
  private scheduleRetry(): void {
    if (this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      this.connecting = this.connect();
    }, RETRY_MS);
    this.retry.unref();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.connected = false;
    if (this.retry) clearTimeout(this.retry);
    // A connection that is being made would outlive its owner, and keep a script from ending.
    await this.connecting;
    await this.client?.end().catch(() => undefined);
  }
}

export function listener(): Listener {
  return processWide("listener", () => new Listener());
}
