import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newWrappedDataKey } from "@/lib/server/db/ledger/data-key";
import { pool } from "@/lib/server/db/pool";
import { newId } from "@/lib/server/ids";
import { createTestDatabase, type TestDatabase } from "./test-database";

/**
 * Points this process at a fresh database and a fresh data folder. To be called before anything reads the
 * configuration, which is read once.
 */
export async function useTestDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.ownerUrl;
  process.env.KYNARA_DATA_DIR = await mkdtemp(join(tmpdir(), "kynara-data-"));
  process.env.KYNARA_LOG_LEVEL = "silent";
  return database;
}

/** An organization with an empty log, and nothing else. */
export async function createBareOrganization(): Promise<string> {
  const id = newId("org");
  await pool().query("SELECT create_organization($1, $2, $3, $4, $5, $6)", [
    id,
    "Test hospital",
    id,
    "us-east",
    {},
    newWrappedDataKey(id),
  ]);
  return id;
}
