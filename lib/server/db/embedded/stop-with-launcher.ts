import { setTimeout as sleep } from "node:timers/promises";
import { stopEmbeddedIfUnused } from "./embedded-postgres";

const closeLimitMs = 5_000;

export interface StopWithLauncherOptions {
  /** Stops taking requests and lets those under way finish. */
  close(): Promise<void>;
  /** The data folder of the embedded PostgreSQL; null when the database is somebody else's. */
  readonly embeddedDataDir: string | null;
}

/**
 * Ends this process when the launcher that started it is killed, so that no orphan keeps the port: closes, stops the
 * embedded PostgreSQL unless another living launcher uses it, exits. Without a launcher it does nothing.
 */
export function stopWithLauncher({ close, embeddedDataDir }: StopWithLauncherOptions): void {
  if (process.send === undefined) return;
  const end = async () => {
    try {
      await Promise.race([close(), sleep(closeLimitMs)]);
      if (embeddedDataDir !== null) await stopEmbeddedIfUnused(embeddedDataDir);
    } catch (error) {
      console.error(error);
    } finally {
      process.exit(1);
    }
  };
  if (process.connected) process.once("disconnect", end);
  else void end();
}
