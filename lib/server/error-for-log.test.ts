import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { pool } from "./db/pool";
import { prisma } from "./db/prisma";
import { errorForLog } from "./error-for-log";
import type { TestDatabase } from "./testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));

const SECRET = "Jane-Doe-1971";
const caught = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

test.each<[string, () => Promise<unknown>, object]>([
  ["a value of the wrong type", () => pool().query("SELECT $1::text::int", [SECRET]), { code: "22P02" }],
  [
    "a row that is there already",
    () =>
      pool().query("INSERT INTO users (id, email, name) VALUES ('usr_1', $1, 'x'), ('usr_2', $1, 'x')", [
        SECRET,
      ]),
    {},
  ],
  ["Prisma's argument", () => prisma().$queryRaw`SELECT ${SECRET}::text::int`, {}],
])("%s is not quoted", async (_name, work, expected) => {
  const error = await caught(work());
  const logged = errorForLog(new Error("The read failed.", { cause: error }));
  expect(logged).toMatchObject({ type: "Error", message: "The read failed.", cause: expected });
  expect(JSON.stringify(logged)).not.toContain(SECRET);
  expect(logged.cause?.code).toMatch(/^(\d\w{4}|P\d{4})$/);
  expect(logged.stack?.[0]).toMatch(/^at .*error-for-log\.test\.ts/);
});

test("a thrown value that is no error is not quoted", () => {
  expect(errorForLog(SECRET)).toEqual({ type: "string" });
});

test("causes that run in a circle end", () => {
  const error = new Error("a");
  error.cause = error;
  expect(JSON.stringify(errorForLog(error)).length).toBeLessThan(10_000);
});

test("a cause that is held in an object, as next-auth does, is told", () => {
  const error = new Error("outer", { cause: { err: new Error("inner") } });
  expect(errorForLog(error).cause).toMatchObject({ message: "inner" });
});
