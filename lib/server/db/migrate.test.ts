import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/server/testing/test-database";
import { migrate, readMigrations } from "./migrate";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const ours = join(root, "prisma/migrations");

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase("empty");
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe("migrate", () => {
  test("applies what is missing, in order, once", async () => {
    await writeMigration("2_second", "INSERT INTO step VALUES ('second');");
    await writeMigration("1_first", "CREATE TABLE step (name text); INSERT INTO step VALUES ('first');");
    expect(await migrate(database.ownerUrl, folder)).toEqual({
      applied: ["1_first", "2_second"],
      alreadyApplied: 0,
    });
    expect(await migrate(database.ownerUrl, folder)).toEqual({ applied: [], alreadyApplied: 2 });
    expect(await query("SELECT name FROM step")).toEqual([{ name: "first" }, { name: "second" }]);
  });

  test("lets one of several starters apply while the others wait", async () => {
    await writeMigration("1_first", "CREATE TABLE step (name text); SELECT pg_sleep(0.2);");
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, folder)));
    expect(results.flatMap(({ applied }) => applied)).toEqual(["1_first"]);
  });

  test("leaves nothing of a migration that fails, and names the line", async () => {
    await writeMigration("1_first", "CREATE TABLE step (name text);\nINSERT INTO missing VALUES (1);");
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(
      'The migration 1_first failed and was rolled back: relation "missing" does not exist (line 2)',
    );
    expect(await query("SELECT to_regclass('step') AS step")).toEqual([{ step: null }]);
    await writeMigration("1_first", "CREATE TABLE step (name text);");
    expect((await migrate(database.ownerUrl, folder)).applied).toEqual(["1_first"]);
  });

  test("refuses a migration that was changed after it was applied", async () => {
    await writeMigration("1_first", "CREATE TABLE step (name text);");
    await migrate(database.ownerUrl, folder);
    await writeMigration("1_first", "CREATE TABLE step (name text, more text);");
    await writeMigration("2_second", "CREATE TABLE never (name text);");
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(
      /1_first was changed after it was applied/,
    );
    expect(await query("SELECT to_regclass('never') AS never")).toEqual([{ never: null }]);
  });

  test("refuses a database that a newer version has used", async () => {
    await writeMigration("1_first", "CREATE TABLE step (name text);");
    await writeMigration("2_second", "CREATE TABLE more (name text);");
    await migrate(database.ownerUrl, folder);
    await rm(join(folder, "2_second"), { recursive: true });
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(/2_second, which this version/);
  });
});

describe("migrate and the Prisma command line", { timeout: 120_000 }, () => {
  test("Prisma accepts what the runner applied, on a database that holds data", async () => {
    await migrate(database.ownerUrl, ours);
    await insertOrganization();
    expect(await prisma("migrate", "status")).toContain("Database schema is up to date!");
    expect(await prisma("migrate", "deploy")).toContain("No pending migrations to apply.");
    expect(await query("SELECT id FROM organization")).toEqual([{ id: "org_kept" }]);
  });

  test("the runner accepts what Prisma applied, on a database that holds data", async () => {
    expect(await prisma("migrate", "deploy")).toContain("All migrations have been successfully applied.");
    await insertOrganization();
    const { length } = await readMigrations(ours);
    expect(await migrate(database.ownerUrl, ours)).toEqual({ applied: [], alreadyApplied: length });
    expect(await query("SELECT id FROM organization")).toEqual([{ id: "org_kept" }]);
  });

  test("schema.prisma describes what the migrations make, and a column too many is noticed", async () => {
    const diff = [
      "migrate",
      "diff",
      "--from-config-datasource",
      "--to-schema",
      "prisma/schema.prisma",
      "--exit-code",
    ];
    await migrate(database.ownerUrl, ours);
    expect(await prisma(...diff)).toContain("No difference detected.");
    await query("ALTER TABLE organization ADD COLUMN surplus text");
    await expect(prisma(...diff)).rejects.toMatchObject({
      code: 2,
      stdout: expect.stringContaining("surplus"),
    });
  });

  test("refuses a migration that failed under Prisma", async () => {
    const name = "1_first";
    await writeMigration(name, "SELECT 1 / 0;");
    await writeFile(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
    await expect(prismaIn(folder, "migrate", "deploy")).rejects.toThrow(/division by zero/);
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(/1_first failed earlier/);
  });
});

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

function insertOrganization(): Promise<unknown[]> {
  return query(
    "INSERT INTO organization (id, name, slug, region, data_key) VALUES ('org_kept', 'Kept', 'kept', 'eu', '\\x00')",
  );
}

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

function prisma(...args: string[]): Promise<string> {
  return run(join(root, "prisma.config.ts"), args);
}

async function prismaIn(migrations: string, ...args: string[]): Promise<string> {
  const config = join(migrations, "prisma.config.ts");
  const base = JSON.stringify(join(root, "prisma.config.ts"));
  await writeFile(
    config,
    `import base from ${base}; export default { ...base, schema: ${JSON.stringify(join(root, "prisma/schema.prisma"))}, migrations: { path: ${JSON.stringify(migrations)} } };`,
  );
  return run(config, args);
}

async function run(config: string, args: string[]): Promise<string> {
  const prismaCli = join(root, "node_modules/prisma/build/index.js");
  const { stdout } = await promisify(execFile)(process.execPath, [prismaCli, ...args, "--config", config], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: database.ownerUrl,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  return stdout;
}
