import { chmod, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { destroyEmbedded } from "@/lib/server/db/embedded";
import { identifyProcess, isAlive, type ProcessIdentity } from "@/lib/server/db/embedded/process-identity";

declare module "vitest" {
  export interface ProvidedContext {
    testDataDir: string;
  }
}

const prefix = "kynara-test-";

/**
 * Names a folder for this run's PostgreSQL. Nothing starts before a test asks (lib/server/testing/test-database.ts);
 * what was started is removed at the end, and what a killed run left behind is removed at the next.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const dataDir = await mkdtemp(join(tmpdir(), prefix));
  // PostgreSQL may run under another account (see service-user.ts), which has to pass through.
  await chmod(dataDir, 0o711);
  await writeFile(join(dataDir, "owner.json"), JSON.stringify(identifyProcess(process.pid)));
  project.provide("testDataDir", dataDir);
  return () => destroyEmbedded(dataDir);
}

async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const dataDir = join(tmpdir(), name);
    const owner = await readFile(join(dataDir, "owner.json"), "utf8").catch(() => null);
    if (owner !== null && !isAlive(JSON.parse(owner) as ProcessIdentity)) await destroyEmbedded(dataDir);
  }
}
