import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Binaries } from "./binaries";
import { EmbeddedPostgresError } from "./embedded-error";
import { runProgram } from "./run-program";
import type { ServiceUser } from "./service-user";

export const superuser = "postgres";

/** The folder of PostgreSQL's log inside the cluster. */
export function logFile(cluster: string): string {
  return join(cluster, "log", "postgres.log");
}

/**
 * Makes the cluster where there is none. It is made under another name and renamed at the end, so that what carries the
 * name is always whole: a crash in between leaves a folder that nobody reads.
 */
export async function ensureCluster(
  cluster: string,
  superuserPassword: string,
  binaries: Binaries,
  user: ServiceUser | null,
): Promise<void> {
  if (existsSync(cluster)) return assertSameVersion(cluster, binaries.majorVersion);
  await removeUnfinished(cluster);
  const unfinished = `${cluster}.unfinished-${randomUUID()}`;
  const passwordFile = `${unfinished}.password`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, superuserPassword, { mode: 0o600 });
    await give(unfinished, user);
    await give(passwordFile, user);
    const { exitCode, output } = await runProgram(
      binaries.initdb,
      [
        ...["-D", unfinished, "-U", superuser, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
        // The builtin provider sorts the same on every system, so an index survives a move or an upgrade of the C library.
        ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        ...["--data-checksums", "--no-instructions"],
      ],
      user,
    );
    if (exitCode !== 0) throw new EmbeddedPostgresError(`initdb failed in ${dirname(cluster)}:\n${output}`);
    await mkdir(dirname(logFile(unfinished)), { mode: 0o700 });
    await give(dirname(logFile(unfinished)), user);
    await rename(unfinished, cluster);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

async function removeUnfinished(cluster: string): Promise<void> {
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.unfinished-`)) continue;
    await rm(join(dirname(cluster), name), { recursive: true, force: true });
  }
}

async function assertSameVersion(cluster: string, majorVersion: string): Promise<void> {
  const found = (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
  if (found !== majorVersion) {
    throw new EmbeddedPostgresError(
      `The data in ${cluster} was written by PostgreSQL ${found}, and the installed binaries are version ${majorVersion}. ` +
        `Install the earlier package, dump the data, and load it into a new data folder.`,
    );
  }
}

/** Hands a file of the cluster to the account the server runs under. */
export async function give(path: string, user: ServiceUser | null): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}
