import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { pool } from "./pool";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));

test("a connection that does not act as kynara_app is never used", async () => {
  const { rows } = await pool().query("SELECT current_user AS role");
  expect(rows).toEqual([{ role: "kynara_app" }]);
  // As a pooler does that ignores start-up options.
  Object.assign(pool().options, { options: "" });
  const others = Array.from({ length: 2 }, () => pool().connect());
  const results = await Promise.allSettled(others);
  expect(results.map((result) => result.status)).toContain("rejected");
  for (const result of results) if (result.status === "fulfilled") result.value.release();
});
