import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedPostgresError } from "./embedded-error";
import { identifyProcess, isAlive, type ProcessIdentity } from "./process-identity";

const waitLimitMs = 120_000;

/**
 * Runs `work` while no other process on this machine runs under the same lock file. A holder that was killed is
 * recognised as dead and its lock is taken over.
 *
 * Should two processes break the same dead lock in the same instant, both may get in: PostgreSQL's own interlock
 * (postmaster.pid and its shared memory key) then lets one of them start the server, and the other adopts it.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const claim = `${file}.${randomUUID()}`;
  await writeFile(claim, JSON.stringify(identifyProcess(process.pid)), { mode: 0o600 });
  try {
    await acquire(file, claim);
    try {
      return await work();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    await rm(claim, { force: true });
  }
}

async function acquire(file: string, claim: string): Promise<void> {
  const deadline = Date.now() + waitLimitMs;
  for (;;) {
    if (await tryLink(claim, file)) return;
    const holder = await readFile(file, "utf8").catch(() => null);
    if (holder !== null && !holderIsAlive(holder)) await breakLock(file, holder);
    else if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `Another process (${holder ?? "unknown"}) has held ${file} for two minutes; end it and start again.`,
      );
    } else await sleep(20);
  }
}

// The lock appears with its content in one step, so that no reader sees it half written.
async function tryLink(claim: string, file: string): Promise<boolean> {
  try {
    await link(claim, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function holderIsAlive(holder: string): boolean {
  try {
    return isAlive(JSON.parse(holder) as ProcessIdentity);
  } catch {
    return false;
  }
}

async function breakLock(file: string, expected: string): Promise<void> {
  const aside = `${file}.broken-${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  // Between reading and moving, somebody else may have taken the lock over: give it back.
  if ((await readFile(aside, "utf8")) !== expected) await tryLink(aside, file);
  await rm(aside, { force: true });
}
