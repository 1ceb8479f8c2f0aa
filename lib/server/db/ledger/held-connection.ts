import "server-only";
import type { PoolClient } from "pg";
import { pool } from "../pool";

/**
 * A connection that is kept from one statement to the next while there is work, so that a statement is on its way when
 * `query` returns and not some turns of the event loop later.
 */
export class HeldConnection {
  private client: PoolClient | null = null;
  private broken: Error | undefined;

  /** The connection when it is at hand. */
  get atHand(): PoolClient | null {
    return this.broken ? null : this.client;
  }

  async get(): Promise<PoolClient> {
    if (this.broken) this.release();
    if (this.client) return this.client;
    const client = await pool().connect();
    client.on("error", this.onError);
    this.client = client;
    return client;
  }

  /** Gives the connection back when others wait for one. */
  share(): void {
    if (pool().waitingCount > 0) this.release();
  }

  /** @param failure closes the connection, which rolls back whatever it was in the middle of. */
  release(failure: Error | undefined = this.broken): void {
    this.client?.removeListener("error", this.onError);
    this.client?.release(failure);
    this.client = null;
    this.broken = undefined;
  }

  private readonly onError = (error: Error): void => {
    this.broken = error;
  };
}
