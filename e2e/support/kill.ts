import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { clusterFolder } from "./running-app";

const run = promisify(execFile);

/** The process that serves requests: the launcher's child that runs dist/server.mjs. */
export async function serverPid(launcherPid: number): Promise<number> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid=,args="]);
  for (const line of stdout.split("\n")) {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === launcherPid && command?.includes("dist/server.mjs")) return Number(pid);
  }
  throw new Error("The application's server is not running.");
}

/** PostgreSQL's first process, which all others end with. */
export async function postmasterPid(dataDir: string): Promise<number> {
  const file = await readFile(join(await clusterFolder(dataDir), "postmaster.pid"), "utf8");
  return Number(file.split("\n")[0]);
}
