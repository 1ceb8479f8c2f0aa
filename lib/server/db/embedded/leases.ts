import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dataFolderPaths } from "./data-folder";
import { identifyProcess, isAlive, type ProcessIdentity } from "./process-identity";

/** Notes that this process uses the server; the answer is the lease's name. Call it under the lock. */
export async function takeLease(dataDir: string): Promise<string> {
  const folder = dataFolderPaths(dataDir).leases;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lease = join(folder, `${process.pid}-${randomUUID()}`);
  await writeFile(lease, JSON.stringify(identifyProcess(process.pid)), { mode: 0o600 });
  return lease;
}

/** How many living processes use the server; the leases of dead ones are removed. Call it under the lock. */
export async function countLeases(dataDir: string): Promise<number> {
  const folder = dataFolderPaths(dataDir).leases;
  const names = await readdir(folder).catch(() => []);
  let living = 0;
  for (const name of names) {
    const lease = join(folder, name);
    if (await holderLives(lease)) living += 1;
    else await rm(lease, { force: true });
  }
  return living;
}

async function holderLives(lease: string): Promise<boolean> {
  try {
    return isAlive(JSON.parse(await readFile(lease, "utf8")) as ProcessIdentity);
  } catch {
    return false;
  }
}
