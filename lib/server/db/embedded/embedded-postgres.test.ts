import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "../migrate";
import {
  destroyEmbedded,
  type EmbeddedPostgres,
  startEmbedded,
  stopEmbeddedIfUnused,
} from "./embedded-postgres";
import { identifyProcess } from "./process-identity";

let dataDir: string;
const strangers = new Set<ChildProcess>();
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kynara-embedded-"));
  chmodSync(dataDir, 0o711);
});
afterEach(async () => {
  for (const stranger of strangers) stranger.kill("SIGKILL");
  strangers.clear();
  await destroyEmbedded(dataDir);
});

describe("startEmbedded", { timeout: 60_000 }, () => {
  test("gives a durable PostgreSQL 18 with UTF-8, an order that is the same everywhere, and checksums", async () => {
    const server = await startEmbedded({ dataDir });
    const settings = ["server_encoding", "data_checksums", "fsync", "synchronous_commit", "full_page_writes"];
    for (const name of settings) {
      expect([name, await value(server, `SELECT current_setting('${name}')`)]).toEqual([
        name,
        name === "server_encoding" ? "UTF8" : "on",
      ]);
    }
    expect(await value(server, "SELECT current_setting('server_version_num')::int / 10000")).toBe(18);
    expect(
      await value(
        server,
        "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'kynara'",
      ),
    ).toBe("bC.UTF-8");
  });

  test("keeps its passwords to itself and listens on this machine only", async () => {
    const server = await startEmbedded({ dataDir });
    expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
    expect(statSync(server.cluster).mode & 0o777).toBe(0o700);
    expect(await value(server, "SELECT current_setting('listen_addresses')")).toBe("127.0.0.1");
    const wrong = new URL(server.ownerUrl);
    wrong.password = "guessed";
    await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  test("stops when the last user leaves, not before", async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => startEmbedded({ dataDir })));
    if (!first || !second || !third) throw new Error("three were started");
    expect([second.pid, third.pid]).toEqual([first.pid, first.pid]);
    await first.stop();
    await third.stop();
    expect(await stopEmbeddedIfUnused(dataDir)).toBe("in use");
    expect(await value(second, "SELECT 1")).toBe(1);
    await second.stop();
    expect(second.isRunning()).toBe(false);
    expect(await stopEmbeddedIfUnused(dataDir)).toBe("not running");
  });

  test("comes back on the same port, with the same data", async () => {
    const first = await startEmbedded({ dataDir });
    await query(first.ownerUrl, "CREATE TABLE note AS SELECT 'kept' AS text");
    await first.stop();
    const second = await startEmbedded({ dataDir });
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await value(second, "SELECT text FROM note")).toBe("kept");
  });

  test("takes another port when its own is taken", async () => {
    const first = await startEmbedded({ dataDir });
    await first.stop();
    const taker = spawn(process.execPath, [
      "-e",
      `require("net").createServer().listen(${first.port}, "127.0.0.1")`,
    ]);
    strangers.add(taker);
    await sleep(500);
    const second = await startEmbedded({ dataDir });
    expect(second.port).not.toBe(first.port);
    expect(await value(second, "SELECT 1")).toBe(1);
  });

  test("refuses a cluster whose passwords are lost, rather than hide it behind a new one", async () => {
    const server = await startEmbedded({ dataDir });
    await server.stop();
    await rm(join(dataDir, "postgres.json"));
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      /postgres\.json beside it, with its passwords, is missing/,
    );
  });

  test("refuses data of another major version with a sentence that says what to do", async () => {
    const server = await startEmbedded({ dataDir });
    await server.stop();
    await writeFile(join(server.cluster, "PG_VERSION"), "15\n");
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/was written by PostgreSQL 15/);
  });
});

describe("the owner of the database", { timeout: 60_000 }, () => {
  test("is no superuser, and may still make the application's role in each database of the cluster", async () => {
    const server = await startEmbedded({ dataDir });
    expect(
      await value(server, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"),
    ).toBe(false);
    const migrations = join(dataDir, "migrations");
    await mkdir(join(migrations, "1_roles"), { recursive: true });
    await writeFile(
      join(migrations, "1_roles/migration.sql"),
      `DO $$ BEGIN
         IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kynara_app') THEN CREATE ROLE kynara_app NOLOGIN; END IF;
         EXECUTE format('GRANT kynara_app TO %I', current_user);
       END $$;
       CREATE TABLE visible (id int);
       GRANT SELECT ON visible TO kynara_app;`,
    );
    await query(server.ownerUrl, "CREATE DATABASE second");
    for (const database of ["kynara", "second"]) {
      const url = new URL(server.ownerUrl);
      url.pathname = `/${database}`;
      await migrate(url.href, migrations);
      url.searchParams.set("options", "-c role=kynara_app");
      expect(await query(url.href, "SELECT current_user, count(*)::int FROM visible")).toEqual([
        { current_user: "kynara_app", count: 0 },
      ]);
      await expect(query(url.href, "INSERT INTO visible VALUES (1)")).rejects.toThrow(/permission denied/);
    }
  });
});

describe("after a crash", { timeout: 60_000 }, () => {
  test("every row whose commit was answered is there", async () => {
    const server = await startEmbedded({ dataDir });
    await query(server.ownerUrl, "CREATE TABLE entry (writer int, number int)");
    const answered = new Set<string>();
    const writers = Array.from({ length: 4 }, (_, writer) => write(server.ownerUrl, writer, answered));
    await sleep(700);
    process.kill(server.pid, "SIGKILL");
    await Promise.all(writers);

    const revived = await server.revive();
    expect(revived.pid).not.toBe(server.pid);
    const rows = await query(revived.ownerUrl, "SELECT writer || '.' || number AS entry FROM entry");
    const found = new Set(rows.map((row) => (row as { entry: string }).entry));
    expect(answered.size).toBeGreaterThan(50);
    expect([...answered].filter((entry) => !found.has(entry))).toEqual([]);
  });

  test("a killed backend takes no committed row and not the server with it", async () => {
    const server = await startEmbedded({ dataDir });
    await query(server.ownerUrl, "CREATE TABLE note AS SELECT 'kept' AS text");
    const client = new Client({ connectionString: server.ownerUrl });
    const broken = new Promise((resolve) => client.on("error", resolve));
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    process.kill(rows[0]?.pid ?? 0, "SIGKILL");
    await broken;
    await until(async () => (await value(server, "SELECT text FROM note")) === "kept");
    expect(server.isRunning()).toBe(true);
  });

  test("a pid file whose number went to a stranger does not stop the start", async () => {
    const server = await startEmbedded({ dataDir });
    const pidFile = join(server.cluster, "postmaster.pid");
    const left = await readFile(pidFile, "utf8");
    process.kill(server.pid, "SIGKILL");
    await until(async () => !server.isRunning());
    // Of the server's own account: PostgreSQL takes the number of anybody else's process for stale by itself.
    const { uid } = statSync(server.cluster);
    const stranger = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid } : {});
    strangers.add(stranger);
    await writeFile(pidFile, left.replace(String(server.pid), String(stranger.pid)));

    const revived = await server.revive();
    expect(await value(revived, "SELECT 1")).toBe(1);
    expect(stranger.exitCode).toBeNull();
  });

  test("a backend that is busy and outlives its postmaster is ended before the next start", async () => {
    const server = await startEmbedded({ dataDir });
    const client = new Client({ connectionString: server.ownerUrl });
    client.on("error", () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const busy = client.query("DO $$ BEGIN LOOP END LOOP; END $$").catch(() => undefined);
    await sleep(200);
    process.kill(server.pid, "SIGKILL");

    const revived = await server.revive();
    await busy;
    expect(identifyProcess(rows[0]?.pid ?? 0)).toBeNull();
    expect(await value(revived, "SELECT 1")).toBe(1);
  });

  test("a start that was cut short is done again", async () => {
    await startEmbedded({ dataDir }).then((server) => server.stop());
    const cluster = join(dataDir, "postgres");
    await rm(cluster, { recursive: true });
    const unfinished = `${cluster}.unfinished-of-a-killed-start`;
    await mkdir(unfinished);
    const server = await startEmbedded({ dataDir });
    expect(await value(server, "SELECT 1")).toBe(1);
    expect([existsSync(cluster), existsSync(unfinished)]).toEqual([true, false]);
  });
});

async function write(url: string, writer: number, answered: Set<string>): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (let number = 0; ; number += 1) {
      await client.query("INSERT INTO entry VALUES ($1, $2)", [writer, number]);
      answered.add(`${writer}.${number}`);
    }
  } catch {
    await client.end().catch(() => undefined);
  }
}

async function value(server: EmbeddedPostgres, sql: string): Promise<unknown> {
  const [row] = await query(server.ownerUrl, sql);
  return Object.values(row ?? {})[0];
}

async function query(url: string, sql: string): Promise<object[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows as object[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > deadline) throw new Error("The condition did not come true within 30 s.");
    await sleep(50);
  }
}
