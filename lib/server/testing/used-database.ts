import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listener } from "@/lib/server/db/listener";
import { pool } from "@/lib/server/db/pool";
import { prisma } from "@/lib/server/db/prisma";
import { createTestDatabase, type TestDatabase } from "./test-database";

/**
 * Points this process at a fresh database and a fresh data folder. To be called before anything reads the
 * configuration, which is read once.
 */
export async function useTestDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "kynara-data-"));
  process.env.DATABASE_URL = database.ownerUrl;
  process.env.KYNARA_DATA_DIR = folder;
  process.env.KYNARA_LOG_LEVEL = "silent";
  return {
    ...database,
    drop: async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Lets go of everything that `useTestDatabase` made this process hold. */
export async function leaveTestDatabase(database: TestDatabase): Promise<void> {
  await listener().close();
  await prisma().$disconnect();
  await pool()
    .end()
    .catch(() => undefined);
  await database.drop();
}
