import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { packageNameFor } from "./binaries";
import { destroyEmbedded } from "./embedded-postgres";
import { identifyProcess } from "./process-identity";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** Starts the server of its argument, says where, and stops it when its standard input ends. */
const program = `
import { startEmbedded } from "@/lib/server/db/embedded";
import { Client } from "pg";
const server = await startEmbedded({ dataDir: process.argv[2] });
const client = new Client({ connectionString: server.ownerUrl });
await client.connect();
await client.query("CREATE TABLE IF NOT EXISTS note (starter int)");
await client.query("INSERT INTO note VALUES ($1)", [process.pid]);
await client.end();
console.log(JSON.stringify({ pid: server.pid, cluster: server.cluster }));
process.stdin.resume().on("end", () => server.stop().then(() => process.exit()));
`;

interface Started {
  readonly pid: number;
  readonly cluster: string;
}

// A project and a data folder as `mktemp -d` or root's home has them: nobody else may enter. The packages are as npm
// leaves them when install scripts are blocked: without the links between the libraries.
let project: string;
let dataDir: string;
const starters = new Set<ChildProcess>();
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "kynara-closed-"));
  const modules = join(project, "node_modules");
  const binaries = packageNameFor(process.platform, process.arch);
  if (binaries === null) throw new Error("no binaries for this platform");
  const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
  const installed = dirname(dirname(createRequire(embedded).resolve(binaries)));
  await cp(dirname(dirname(embedded)), join(modules, "embedded-postgres"), { recursive: true });
  await cp(installed, join(modules, binaries), { recursive: true, verbatimSymlinks: true });
  const libraries = join(modules, binaries, "native/lib");
  for (const entry of await readdir(libraries, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(libraries, entry.name));
  }
  await symlink(join(root, "node_modules/pg"), join(modules, "pg"));
  await build({
    stdin: { contents: program, resolveDir: root, loader: "ts" },
    outfile: join(project, "dist/program.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": root.replace(/\/$/, ""), "server-only": join(root, "scripts/empty-module.ts") },
    logLevel: "error",
  });
});
afterAll(() => rm(project, { recursive: true, force: true }));
beforeEach(async () => {
  dataDir = join(project, "data");
  await mkdir(dataDir, { mode: 0o700 });
});
afterEach(async () => {
  for (const starter of starters) starter.kill("SIGKILL");
  starters.clear();
  await destroyEmbedded(dataDir);
});

describe("under folders that nobody else may enter", { timeout: 90_000 }, () => {
  test("PostgreSQL runs, without links made by install scripts, and keeps its data", async () => {
    expect((await stat(project)).mode & 0o077).toBe(0);
    const starter = start();
    const { cluster } = await startedBy(starter);
    await end(starter);
    const again = start();
    expect((await startedBy(again)).cluster).toBe(cluster);
    await end(again);
    expect(existsSync(cluster)).toBe(true);
    await destroyEmbedded(dataDir);
    expect([existsSync(cluster), existsSync(dataDir)]).toEqual([false, false]);
  });

  test("several processes that start it at once share one server; the last to leave stops it", async () => {
    const all = [start(), start(), start(), start()];
    const servers = await Promise.all(all.map(startedBy));
    const [server] = servers;
    if (!server) throw new Error("four were started");
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
    const [last, ...others] = all;
    await Promise.all(others.map(end));
    expect(identifyProcess(server.pid)).not.toBeNull();
    if (last) await end(last);
    expect(identifyProcess(server.pid)).toBeNull();
  });

  test("a starter that is killed does not block the next, and does not count as a user", async () => {
    const killed = start();
    await startedBy(killed);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    const next = start();
    const { pid } = await startedBy(next);
    await end(next);
    expect(identifyProcess(pid)).toBeNull();
  });

  test.skipIf(process.getuid?.() !== 0)("as root, the server runs under another account", async () => {
    const starter = start();
    const { pid, cluster } = await startedBy(starter);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).not.toBe("0");
    expect(cluster.startsWith(project)).toBe(false);
    expect((await stat(cluster)).mode & 0o777).toBe(0o700);
  });
});

function start(): ChildProcess {
  const starter = spawn(process.execPath, [join(project, "dist/program.mjs"), dataDir], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  starters.add(starter);
  return starter;
}

async function startedBy(starter: ChildProcess): Promise<Started> {
  if (!starter.stdout) throw new Error("its output is piped");
  for await (const line of createInterface({ input: starter.stdout })) return JSON.parse(line) as Started;
  throw new Error("the starter ended without a server");
}

async function end(starter: ChildProcess): Promise<void> {
  const exit = once(starter, "exit");
  starter.stdin?.end();
  await exit;
}
