import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { EmbeddedPostgresError } from "./embedded-error";

/** The account PostgreSQL runs under when we are root, which it refuses. Null: it runs as ourselves. */
export interface ServiceUser {
  readonly uid: number;
  readonly gid: number;
}

/** Chooses among the accounts that exist; nothing on the system is changed. */
export function findServiceUser(): ServiceUser | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find((candidate) => candidate.name === name && candidate.uid > 0);
    if (account) return { uid: account.uid, gid: account.gid };
  }
  throw new EmbeddedPostgresError(
    "PostgreSQL refuses to run as root, and this system has neither an account `postgres` nor `nobody` to run it under. " +
      "Start Kynara as another user, or set DATABASE_URL to a PostgreSQL server.",
  );
}

/** The account an existing cluster belongs to: it goes on under the same one. */
export function ownerOf(directory: string): ServiceUser | null {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = statSync(directory);
  return uid === 0 ? findServiceUser() : { uid, gid };
}

/** Whether `user` can reach `path`: every folder from the root down to it lets the account through. */
export function canReach(path: string, user: ServiceUser | null): boolean {
  for (let directory = existingAncestor(path); ; directory = dirname(directory)) {
    if (!canEnter(directory, user)) return false;
    if (directory === dirname(directory)) return true;
  }
}

function existingAncestor(path: string): string {
  let directory = path;
  while (!existsSync(directory)) directory = dirname(directory);
  return directory;
}

function canEnter(directory: string, user: ServiceUser | null): boolean {
  if (user === null) {
    try {
      accessSync(directory, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  const { mode, uid, gid } = statSync(directory);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
