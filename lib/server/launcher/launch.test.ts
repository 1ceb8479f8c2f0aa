import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { destroyEmbedded } from "@/lib/server/db/embedded";
import { identifyProcess } from "@/lib/server/db/embedded/process-identity";
import { createTestDatabase } from "@/lib/server/testing/test-database";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** An application as small as it can be: it answers with its process, and with what it reads and writes in the database. */
const application = `
import { createServer } from "node:http";
import { Client } from "pg";
import { leaveWithLauncher } from "@/lib/server/db/embedded";

const server = createServer(async (request, response) => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  client.on("error", () => undefined);
  try {
    await client.connect();
    if (request.method === "POST") await client.query("INSERT INTO note DEFAULT VALUES");
    const { rows } = await client.query("SELECT count(*)::int AS notes FROM note");
    const postmaster = await client.query("SELECT pg_backend_pid() AS backend");
    response.end(JSON.stringify({ pid: process.pid, notes: rows[0].notes, backend: postmaster.rows[0].backend }));
  } catch (error) {
    response.writeHead(503).end(String(error));
  } finally {
    await client.end().catch(() => undefined);
  }
});
process.on("disconnect", () => leaveWithLauncher().finally(() => process.exit(1)));
process.on("SIGTERM", () => server.close(() => process.exit(0)));
if (process.env.BREAK) process.exit(Number(process.env.BREAK));
server.listen(Number(process.env.PORT), process.env.HOSTNAME);
`;

let project: string;
let dataDir: string;
let port: number;
const launchers = new Set<ChildProcess>();

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "kynara-launch-"));
  await chmod(project, 0o711);
  await mkdir(join(project, "prisma/migrations/1_first"), { recursive: true });
  const sql = "CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY);";
  await writeFile(join(project, "prisma/migrations/1_first/migration.sql"), sql);
  await symlink(join(root, "node_modules"), join(project, "node_modules"));
  await writeFile(join(project, "server.ts"), application);
  for (const [entry, name] of [
    [join(root, "launcher.ts"), "launcher"],
    [join(project, "server.ts"), "server"],
  ] as const) {
    await build({
      entryPoints: [entry],
      outfile: join(project, `dist/${name}.mjs`),
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      alias: { "@": root.replace(/\/$/, ""), "server-only": join(root, "scripts/empty-module.ts") },
      logLevel: "error",
    });
  }
});
afterAll(() => rm(project, { recursive: true, force: true }));

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kynara-test-launch-"));
  await chmod(dataDir, 0o711);
  port = await freePort();
});
afterEach(async () => {
  for (const launcher of launchers) launcher.kill("SIGKILL");
  launchers.clear();
  await until(async () => !(await answers()));
  await destroyEmbedded(dataDir);
});

describe("the launcher", { timeout: 60_000 }, () => {
  test("starts again what was killed, and nothing that was committed is lost", async () => {
    const launcher = start();
    const before = await whenAnswering();
    await post();

    process.kill(before.pid, "SIGKILL");
    await until(async () => (await ask())?.pid !== before.pid && (await answers()));
    expect((await whenAnswering()).notes).toBe(1);
    await post();

    const postmaster = await postmasterPid();
    process.kill(postmaster, "SIGKILL");
    await until(async () => (await postmasterPid()) !== postmaster && (await answers()));
    expect((await whenAnswering()).notes).toBe(2);
    expect(identifyProcess(launcher.pid ?? 0)).not.toBeNull();
  });

  test("ends application and database when asked to, and the next start finds the data", async () => {
    const launcher = start();
    const { pid } = await whenAnswering();
    await post();
    const postmaster = await postmasterPid();
    launcher.kill("SIGTERM");
    expect(await exitOf(launcher)).toBe(0);
    expect([identifyProcess(pid), identifyProcess(postmaster)]).toEqual([null, null]);

    start();
    expect((await whenAnswering()).notes).toBe(1);
  });

  test("leaves neither application nor database behind when it is killed itself", async () => {
    const launcher = start();
    const { pid } = await whenAnswering();
    await post();
    const postmaster = await postmasterPid();
    launcher.kill("SIGKILL");
    await until(async () => identifyProcess(pid) === null && identifyProcess(postmaster) === null);

    start();
    expect((await whenAnswering()).notes).toBe(1);
  });

  test("adopts the database when launcher and application were killed together", async () => {
    const launcher = start();
    const { pid } = await whenAnswering();
    await post();
    const postmaster = await postmasterPid();
    launcher.kill("SIGKILL");
    process.kill(pid, "SIGKILL");
    await exitOf(launcher);

    start();
    expect((await whenAnswering()).notes).toBe(1);
    expect(await postmasterPid()).toBe(postmaster);
  });

  test("seeds the demo after the migrations and before the application, and says when that fails", async () => {
    const seed = join(project, "dist/seed.mjs");
    await writeFile(
      seed,
      `import { Client } from "pg";
       const client = new Client({ connectionString: process.env.DATABASE_URL });
       await client.connect();
       await client.query("INSERT INTO note DEFAULT VALUES");
       await client.end();`,
    );
    const launcher = start({ KYNARA_DEMO: "1" });
    expect((await whenAnswering()).notes).toBe(1);
    launcher.kill("SIGTERM");
    await exitOf(launcher);

    await writeFile(seed, "process.exit(3);");
    const broken = start({ KYNARA_DEMO: "1" }, "pipe");
    const said = outputOf(broken);
    expect(await exitOf(broken)).toBe(1);
    expect(await said).toContain("Seeding the demo hospital failed (code 3)");
  });

  test("uses the server of DATABASE_URL and starts none of its own", async () => {
    const database = await createTestDatabase("empty");
    const launcher = start({ DATABASE_URL: database.ownerUrl });
    expect((await whenAnswering()).notes).toBe(0);
    expect(existsSync(join(dataDir, "postgres.json"))).toBe(false);
    launcher.kill("SIGTERM");
    expect(await exitOf(launcher)).toBe(0);
    await database.drop();
  });

  test("gives up on a wrong configuration, and stops the database", async () => {
    const launcher = start({ BREAK: "78" });
    expect(await exitOf(launcher)).toBe(78);
    expect(await postmasterPid().catch(() => null)).toBeNull();
  });

  test("names the variable when it is wrong", async () => {
    const launcher = start({ PORT: "eighty" }, "pipe");
    const said = outputOf(launcher);
    expect(await exitOf(launcher)).toBe(1);
    expect(await said).toContain("The environment variable PORT is wrong");
  });
});

function start(env: Record<string, string> = {}, stderr: "ignore" | "pipe" = "ignore"): ChildProcess {
  const { DATABASE_URL, ...inherited } = process.env;
  const launcher = spawn(process.execPath, [join(project, "dist/launcher.mjs")], {
    cwd: project,
    env: { ...inherited, PORT: String(port), HOSTNAME: "127.0.0.1", KYNARA_DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "ignore", stderr],
  });
  launchers.add(launcher);
  return launcher;
}

interface Answer {
  readonly pid: number;
  readonly notes: number;
}

async function ask(method = "GET"): Promise<Answer | null> {
  const response = await fetch(`http://127.0.0.1:${port}/`, { method }).catch(() => null);
  return response?.ok ? ((await response.json()) as Answer) : null;
}

async function answers(): Promise<boolean> {
  return (await ask()) !== null;
}

async function whenAnswering(): Promise<Answer> {
  let answer: Answer | null = null;
  await until(async () => {
    answer = await ask();
    return answer !== null;
  });
  if (answer === null) throw new Error("unreachable");
  return answer;
}

async function post(): Promise<void> {
  expect(await ask("POST")).not.toBeNull();
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
}

async function outputOf(child: ChildProcess): Promise<string> {
  let output = "";
  for await (const chunk of child.stderr ?? []) output += chunk;
  return output;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", resolve));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > deadline) throw new Error("The condition did not come true within 30 s.");
    await sleep(50);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
