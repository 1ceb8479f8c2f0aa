import { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { makeDueCheckpoints } from "@/lib/server/audit";
import { listUncoveredLogs } from "@/lib/server/audit/store";
import { asOwner } from "@/lib/server/testing/database-roles";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createLog } from "@/lib/server/testing/test-log";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { startJobs, stopJobs } from "./queue";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterEach(stopJobs);
afterAll(() => leaveTestDatabase(database));

const until = (done: () => Promise<void> | void) => vi.waitFor(done, { timeout: 20_000, interval: 100 });

describe("startJobs", () => {
  test("covers new entries by a checkpoint without being asked", async () => {
    await createLog(3);
    expect(await listUncoveredLogs()).toHaveLength(1);
    await startJobs([{ name: "audit-checkpoints", everySeconds: 1, run: makeDueCheckpoints }]);
    await until(async () => expect(await listUncoveredLogs()).toEqual([]));
    await createLog(2);
    await until(async () => expect(await listUncoveredLogs()).toEqual([]));
  });

  test("runs a job again after it failed, and not twice at once", async () => {
    let runs = 0;
    let now = 0;
    let most = 0;
    const job = {
      name: "failing-once",
      everySeconds: 1,
      async run() {
        runs += 1;
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 300));
        now -= 1;
        if (runs === 1) throw new Error("the first run fails");
      },
    };
    await Promise.all([startJobs([job]), startJobs([job])]);
    await until(() => expect(runs).toBeGreaterThanOrEqual(3));
    expect(most).toBe(1);
  });

  test("is not held up by a job whose process died in the middle of it", async () => {
    const name = "interrupted";
    const dead = new PgBoss({ connectionString: database.ownerUrl, schema: "pgboss", supervise: false });
    await dead.start();
    await startJobs([{ name, everySeconds: 600, run: async () => undefined }]);
    await stopJobs();
    await dead.send(name);
    expect(await dead.fetch(name)).toHaveLength(1);
    await dead.stop({ graceful: false });
    let runs = 0;
    await startJobs([
      {
        name,
        everySeconds: 1,
        run: async () => {
          runs += 1;
        },
      },
    ]);
    await until(() => expect(runs).toBeGreaterThan(0));
  });

  test("waits for what runs when it is stopped, and leaves nothing behind", async () => {
    let finished = false;
    let started = false;
    await startJobs([
      {
        name: "slow",
        everySeconds: 1,
        async run() {
          started = true;
          await new Promise((resolve) => setTimeout(resolve, 700));
          finished = true;
        },
      },
    ]);
    await until(() => expect(started).toBe(true));
    await stopJobs();
    expect(finished).toBe(true);
    const { rows } = await asOwner(database, (query) =>
      query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'kynara-jobs' AND datname = current_database()",
      ),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
