import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { locateBinaries } from "./binaries";
import { ensureCluster } from "./cluster";
import {
  clusterDirectory,
  createRecord,
  dataFolderPaths,
  openDataFolder,
  readRecord,
  writeRecord,
} from "./data-folder";
import { withFileLock } from "./file-lock";
import { countLeases, takeLease } from "./leases";
import { findRunning, type Postmaster, startPostmaster, stopPostmaster } from "./postmaster";
import { isAlive } from "./process-identity";
import { databaseName, ensureRolesAndDatabase, ownerRole } from "./roles";
import type { Durability } from "./server-settings";
import { findServiceUser, ownerOf } from "./service-user";

export interface EmbeddedPostgres {
  /** Connection string of the role that owns the database `kynara`. */
  readonly ownerUrl: string;
  readonly port: number;
  /** The server's process, for tests and for the supervisor. */
  readonly pid: number;
  readonly dataDir: string;
  /** The folder of the cluster itself: `<dataDir>/postgres`, or elsewhere when the server's account cannot reach that. */
  readonly cluster: string;
  isRunning(): boolean;
  /** Starts the server again after it died, or joins the one that somebody else started; replaces this handle. */
  revive(): Promise<EmbeddedPostgres>;
  /** Gives this use up; the server stops when nobody else on this machine uses it. */
  stop(): Promise<void>;
}

export interface StartEmbeddedOptions {
  readonly dataDir: string;
  /** Default `full`. */
  readonly durability?: Durability;
}

/**
 * Starts PostgreSQL on the data folder, or joins the one that runs there. Whatever a crash left is recovered from.
 * Any number of processes may call it at once: one starts the server, all use it, the last one to leave stops it.
 *
 * @throws EmbeddedPostgresError with a sentence that says what to do.
 */
export async function startEmbedded(options: StartEmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = await openDataFolder(options.dataDir);
  return withFileLock(dataFolderPaths(dataDir).lock, async () => {
    const record = (await readRecord(dataDir)) ?? (await createRecord(dataDir, findServiceUser()));
    const cluster = clusterDirectory(dataDir, record);
    const user = existsSync(cluster) ? ownerOf(cluster) : findServiceUser();
    const password = record.superuserPassword;
    let postmaster = existsSync(cluster) ? await findRunning(cluster, password) : null;
    if (postmaster === null) {
      const binaries = await locateBinaries(user);
      await ensureCluster(cluster, password, binaries, user);
      const durability = options.durability ?? "full";
      const preferredPort = record.port;
      postmaster = await startPostmaster({ cluster, binaries, user, password, durability, preferredPort });
      if (postmaster.port !== record.port) await writeRecord(dataDir, { ...record, port: postmaster.port });
    }
    await ensureRolesAndDatabase(postmaster.port, { superuser: password, owner: record.ownerPassword });
    const lease = await takeLease(dataDir);
    const ownerUrl = `postgresql://${ownerRole}:${record.ownerPassword}@127.0.0.1:${postmaster.port}/${databaseName}`;
    return toHandle(options, { dataDir, cluster, ownerUrl }, postmaster, lease);
  });
}

/** Stops the server of a data folder unless a living process uses it: what is left to do after a launcher was killed. */
export async function stopEmbeddedIfUnused(dataDir: string): Promise<"stopped" | "in use" | "not running"> {
  const folder = await openDataFolder(dataDir);
  return withFileLock(dataFolderPaths(folder).lock, async () => {
    if ((await countLeases(folder)) > 0) return "in use";
    return stopServer(folder);
  });
}

/** Stops the server and deletes the data folder and everything that belongs to it elsewhere. For throwaway databases. */
export async function destroyEmbedded(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const folder = await openDataFolder(dataDir);
  const record = await readRecord(folder);
  await withFileLock(dataFolderPaths(folder).lock, () => stopServer(folder));
  if (record?.elsewhere) await rm(record.elsewhere, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

function toHandle(
  options: StartEmbeddedOptions,
  place: Pick<EmbeddedPostgres, "dataDir" | "cluster" | "ownerUrl">,
  { port, identity }: Postmaster,
  lease: string,
): EmbeddedPostgres {
  return {
    ...place,
    port,
    pid: identity.pid,
    isRunning: () => isAlive(identity),
    async revive() {
      const revived = await startEmbedded(options);
      await rm(lease, { force: true });
      return revived;
    },
    async stop() {
      await rm(lease, { force: true });
      await stopEmbeddedIfUnused(place.dataDir);
    },
  };
}

async function stopServer(dataDir: string): Promise<"stopped" | "not running"> {
  const record = await readRecord(dataDir);
  if (record === null) return "not running";
  const cluster = clusterDirectory(dataDir, record);
  if (!existsSync(cluster)) return "not running";
  const user = ownerOf(cluster);
  const running = await findRunning(cluster, record.superuserPassword);
  if (running === null) return "not running";
  await stopPostmaster(cluster, await locateBinaries(user), user);
  return "stopped";
}
