import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { EmbeddedPostgresError } from "./embedded-error";
import { sharedFolder } from "./places";
import { canReach, type ServiceUser } from "./service-user";

/** What must be remembered between starts; kept in `postgres.json` of the data folder, readable by us alone. */
export interface ClusterRecord {
  /** Where the cluster lies when it cannot be `<data folder>/postgres`. */
  readonly elsewhere: string | null;
  readonly port: number | null;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
}

/** The names inside a data folder. */
export function dataFolderPaths(dataDir: string) {
  return {
    record: join(dataDir, "postgres.json"),
    lock: join(dataDir, "postgres.lock"),
    leases: join(dataDir, "postgres.users"),
    cluster: join(dataDir, "postgres"),
  };
}

/** Creates the folder where it is missing, and answers its real path: the key by which several starters find each other. */
export async function openDataFolder(dataDir: string): Promise<string> {
  const path = resolve(dataDir);
  if (!existsSync(path)) {
    await mkdir(path, { recursive: true });
    // Root's PostgreSQL runs under another account, which must pass through but need not list.
    await chmod(path, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  return realpath(path);
}

export async function readRecord(dataDir: string): Promise<ClusterRecord | null> {
  const file = dataFolderPaths(dataDir).record;
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return JSON.parse(text) as ClusterRecord;
  } catch (cause) {
    throw new EmbeddedPostgresError(`${file} is damaged: restore it from a backup.`, { cause });
  }
}

/** A new folder gets new passwords; a cluster that lies elsewhere is told apart by the folder's name and a random id. */
export async function createRecord(dataDir: string, user: ServiceUser | null): Promise<ClusterRecord> {
  const inPlace = dataFolderPaths(dataDir).cluster;
  if (existsSync(inPlace)) {
    throw new EmbeddedPostgresError(
      `${inPlace} holds a database but postgres.json beside it, with its passwords, is missing: restore it from a backup, or move the folder away to start anew.`,
    );
  }
  const elsewhere = canReach(dataDir, user)
    ? null
    : join(await sharedFolder(), `${recognisableName(dataDir)}-${randomBytes(6).toString("hex")}`);
  const record: ClusterRecord = {
    elsewhere,
    port: null,
    superuserPassword: randomBytes(24).toString("base64url"),
    ownerPassword: randomBytes(24).toString("base64url"),
  };
  await writeRecord(dataDir, record);
  return record;
}

// For whoever comes across it: "kynara-data" of /root/kynara/.data.
function recognisableName(dataDir: string): string {
  const name = `${basename(dirname(dataDir))}-${basename(dataDir)}`;
  return name.replace(/[^A-Za-z0-9_-]/g, "");
}

/** Replaces the record in one step: a crash leaves the old or the new one. */
export async function writeRecord(dataDir: string, record: ClusterRecord): Promise<void> {
  const { record: file } = dataFolderPaths(dataDir);
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await writeFile(unfinished, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

export function clusterDirectory(dataDir: string, record: ClusterRecord): string {
  return record.elsewhere ?? dataFolderPaths(dataDir).cluster;
}
