import { readFileSync } from "node:fs";

/** A process that cannot be confused with a later one of the same number. `startedAt` is null where the system does not tell. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string | null;
}

/** The process that runs under this number now; null when there is none, or only a zombie that nobody has reaped. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") return identifyByProc(pid);
  return signalReaches(pid) ? { pid, startedAt: null } : null;
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

// A container that restarts on the same volume meets its own old numbers again, so the start time and the boot count too.
function identifyByProc(pid: number): ProcessIdentity | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the command in parentheses and may hold spaces: count from the last one (proc(5), fields 3 and 22).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return { pid, startedAt: `${bootId()}:${fields[19]}` };
  } catch {
    return null;
  }
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

let cachedBootId: string | undefined;
function bootId(): string {
  cachedBootId ??= readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
  return cachedBootId;
}
