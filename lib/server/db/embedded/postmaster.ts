import { readlinkSync } from "node:fs";
import { open, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Binaries } from "./binaries";
import { logFile, superuser } from "./cluster";
import { EmbeddedPostgresError } from "./embedded-error";
import { identifyProcess, type ProcessIdentity } from "./process-identity";
import { runProgram } from "./run-program";
import { type Durability, writeServerSettings } from "./server-settings";
import type { ServiceUser } from "./service-user";

/** A server that answers. */
export interface Postmaster {
  readonly identity: ProcessIdentity;
  readonly port: number;
}

export interface StartOptions {
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly user: ServiceUser | null;
  readonly password: string;
  readonly durability: Durability;
  /** Taken again when it is free, so that an application that outlived the server finds it where it was. */
  readonly preferredPort: number | null;
}

const startSeconds = 600;
const leftoverLimitMs = 30_000;
const largestLogBytes = 10 * 1024 * 1024;

/** Adopts the server that runs on this cluster; null when none runs. Waits for one that is starting or stopping. */
export async function findRunning(cluster: string, password: string): Promise<Postmaster | null> {
  const deadline = Date.now() + startSeconds * 1000;
  for (;;) {
    const file = await readPidFile(cluster);
    if (file === null) return null;
    const identity = identifyProcess(file.pid);
    if (identity === null || !mayServe(identity, cluster)) return null;
    if (file.port !== null && (file.status === "ready" || process.platform !== "linux")) {
      if (await answersFor(cluster, file.port, password)) return { identity, port: file.port };
      if (process.platform !== "linux" && file.status === "ready") return null;
    }
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `PostgreSQL (process ${file.pid}) has been ${file.status ?? "starting"} for ten minutes; see ${logFile(cluster)}.`,
      );
    }
    await sleep(25);
  }
}

/** Starts a server after a clean stop as after kill -9 of it, of us, or of the machine. Call it under the lock. */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  const { cluster, binaries, user, password } = options;
  const leftoverDeadline = Date.now() + leftoverLimitMs;
  let port =
    options.preferredPort !== null && (await isFree(options.preferredPort)) ? options.preferredPort : null;
  for (let attempt = 0; ; attempt += 1) {
    port ??= await findFreePort();
    await writeServerSettings(cluster, port, options.durability, user);
    await disarmPidFile(cluster);
    const logStart = await rotateLog(cluster);
    const args = ["start", "-s", "-w", "-t", String(startSeconds), "-D", cluster, "-l", logFile(cluster)];
    const { exitCode, output } = await runProgram(binaries.pgCtl, args, user);
    if (exitCode === 0) {
      const running = await findRunning(cluster, password);
      if (running) return running;
    }
    const log = await readLogFrom(cluster, logStart);
    if (/pre-existing shared memory block|another postmaster|another server might/i.test(log)) {
      if (Date.now() > leftoverDeadline) throw startError(cluster, log || output);
      await endLeftovers(cluster, leftoverDeadline - Date.now() < leftoverLimitMs - 2_000);
    } else if (/could not (bind|create any TCP)/i.test(log) && attempt < 10) port = null;
    else throw startError(cluster, log || output);
  }
}

/** A fast shutdown: open transactions are rolled back, a checkpoint is written. */
export async function stopPostmaster(
  cluster: string,
  binaries: Binaries,
  user: ServiceUser | null,
): Promise<void> {
  const file = await readPidFile(cluster);
  if (file === null || identifyProcess(file.pid) === null) return;
  const args = ["stop", "-s", "-w", "-m", "fast", "-t", "60", "-D", cluster];
  const { exitCode, output } = await runProgram(binaries.pgCtl, args, user);
  if (exitCode !== 0 && identifyProcess(file.pid) !== null) {
    throw new EmbeddedPostgresError(`PostgreSQL (process ${file.pid}) did not stop: ${output}`);
  }
}

function startError(cluster: string, detail: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(`PostgreSQL did not start in ${cluster}:\n${detail.trim().slice(-4_000)}`);
}

interface PidFile {
  readonly pid: number;
  readonly port: number | null;
  readonly status: string | null;
}

// The lines of postmaster.pid are fixed in PostgreSQL's source (src/include/utils/pidfile.h).
async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  if (text === null) return null;
  const lines = text.split("\n");
  return {
    pid: Math.abs(Number(lines[0])),
    port: Number(lines[3]) || null,
    status: lines[7]?.trim() || null,
  };
}

// A postmaster lives in its data folder. Elsewhere than on Linux only a connection tells (see findRunning).
function mayServe(identity: ProcessIdentity, cluster: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${identity.pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/**
 * After a crash the number in postmaster.pid may belong to a stranger, and PostgreSQL would refuse to start. Our own
 * number in its place is passed over by PostgreSQL, which knows us as its parent (PG_GRANDPARENT_PID), while the shared
 * memory key in the same file still guards against backends that outlived their postmaster. The caller knows that no
 * server of this cluster runs.
 */
async function disarmPidFile(cluster: string): Promise<void> {
  const path = join(cluster, "postmaster.pid");
  const file = await readPidFile(cluster);
  if (file === null) return;
  const lines = (await readFile(path, "utf8")).split("\n");
  lines[0] = String(process.pid);
  await writeFile(path, lines.join("\n"));
}

// Backends end by themselves when their postmaster is gone, but a busy one only at its next wait.
async function endLeftovers(cluster: string, force: boolean): Promise<void> {
  if (force && process.platform === "linux") {
    for (const entry of await readdir("/proc")) {
      const identity = identifyProcess(Number(entry));
      if (identity && mayServe(identity, cluster)) process.kill(identity.pid, "SIGKILL");
    }
  }
  await sleep(100);
}

async function answersFor(cluster: string, port: number, password: string): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: superuser,
    password,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

// Below the range that systems hand out to outgoing connections (32768 on Linux, 49152 elsewhere).
async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
  throw new EmbeddedPostgresError("No free port was found on 127.0.0.1 between 20000 and 32000.");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

async function rotateLog(cluster: string): Promise<number> {
  const file = logFile(cluster);
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size <= largestLogBytes) return size;
  await rename(file, `${file}.1`);
  return 0;
}

async function readLogFrom(cluster: string, offset: number): Promise<string> {
  const file = await open(logFile(cluster)).catch(() => null);
  if (file === null) return "";
  try {
    return (await file.readFile()).subarray(offset).toString("utf8");
  } finally {
    await file.close();
  }
}
