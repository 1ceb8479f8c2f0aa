import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./test-database";

describe("createTestDatabase", () => {
  let first: TestDatabase;
  let second: TestDatabase;
  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  test("gives each caller a migrated database of its own", async () => {
    await run(first.ownerUrl, "CREATE TABLE only_here (id int)");
    expect(await run(first.ownerUrl, "SELECT to_regclass('only_here') IS NOT NULL AS found")).toEqual([
      { found: true },
    ]);
    expect(await run(second.ownerUrl, "SELECT to_regclass('only_here') IS NOT NULL AS found")).toEqual([
      { found: false },
    ]);
    expect(
      await run(second.ownerUrl, "SELECT count(*)::int > 0 AS migrated FROM _prisma_migrations"),
    ).toEqual([{ migrated: true }]);
  });

  test("lets the application in as a role that owns nothing", async () => {
    expect(await run(first.appUrl, "SELECT current_user, session_user")).toEqual([
      { current_user: "kynara_app", session_user: "kynara_owner" },
    ]);
    await expect(run(first.appUrl, "CREATE TABLE public.not_allowed (id int)")).rejects.toThrow(
      /permission denied/,
    );
  });
});

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
