import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { binaryArray } from "./binary-array";
import { pool } from "./pool";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));

const text = fc.string({ unit: "grapheme", maxLength: 40 }).filter((value) => !value.includes("\0"));
const bytes = fc.uint8Array({ maxLength: 40 }).map((value) => Buffer.from(value));

async function read<T>(type: "text" | "bytea", items: readonly (string | Uint8Array | null)[]): Promise<T[]> {
  const { rows } = await pool().query<{ item: T }>(
    `SELECT item FROM unnest($1::${type}[]) WITH ORDINALITY AS u (item, n) ORDER BY n`,
    [binaryArray(type, items)],
  );
  return rows.map((row) => row.item);
}

test("PostgreSQL reads the texts that were meant", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text), { minLength: 1, maxLength: 20 }), async (items) => {
      expect(await read("text", items)).toEqual(items);
    }),
  );
});

test("PostgreSQL reads the bytes that were meant", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(bytes), { minLength: 1, maxLength: 20 }), async (items) => {
      expect(await read("bytea", items)).toEqual(items);
    }),
  );
});
