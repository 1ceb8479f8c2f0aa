import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { useTestDatabase } from "@/lib/server/testing/used-database";
import { closeDatabase } from "./close-database";
import { listener } from "./listener";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.drop());

test("closing leaves no connection behind, not even one that is just being made", async () => {
  listener();
  await closeDatabase();
  expect(process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap")).toEqual([]);
});
