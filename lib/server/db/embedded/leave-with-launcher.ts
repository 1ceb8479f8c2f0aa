import { stopEmbeddedIfUnused } from "./embedded-postgres";

/**
 * What the application does last when the launcher that started it was killed (`process.on("disconnect")`): stops the
 * embedded PostgreSQL unless another living launcher uses it. Does nothing when the database is somebody else's.
 */
export async function leaveWithLauncher(): Promise<void> {
  // A word from the launcher to its child (launch.ts), not configuration.
  const dataDir = process.env.KYNARA_EMBEDDED_DATA_DIR;
  if (dataDir) await stopEmbeddedIfUnused(dataDir);
}
