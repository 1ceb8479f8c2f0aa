import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendEntries, frontierFromLeaves, NO_ENTRY_HASH, parseEntry, prepareDraft } from "@/lib/ledger";
import { config } from "@/lib/server/config";
import { nodeHasher } from "@/lib/server/db/ledger/node-hasher";
import { pool } from "@/lib/server/db/pool";
import { asOwner, asTamperer } from "@/lib/server/testing/database-roles";
import { queryTenant, storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { append, callerOf, createLog, decisionOn } from "@/lib/server/testing/test-log";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { makeCheckpoint } from "./checkpoints";
import { verifyLog } from "./verify";

const LENGTH = 30;
let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));

const verify = (org: string, more: Partial<Parameters<typeof verifyLog>[1]> = {}) =>
  verifyLog(callerOf(org), { checkpoints: [], ...more });

describe("the tables refuse, for their owner too,", () => {
  const statements: [string, string][] = [
    ["to change an entry", "UPDATE audit_record SET canonical = '{}' WHERE org_id = $1"],
    ["to delete an entry", "DELETE FROM audit_record WHERE org_id = $1"],
    ["to empty the log", "TRUNCATE audit_record"],
    ["to change a tree node", "UPDATE audit_node SET hash = hash WHERE org_id = $1"],
    ["to delete a tree node", "DELETE FROM audit_node WHERE org_id = $1"],
    ["to empty the tree", "TRUNCATE audit_node"],
    ["to change a checkpoint", "UPDATE audit_checkpoint SET note = '' WHERE org_id = $1"],
    ["to delete a checkpoint", "DELETE FROM audit_checkpoint WHERE org_id = $1"],
    ["to empty the checkpoints", "TRUNCATE audit_checkpoint"],
    ["to take the head back", "UPDATE audit_head SET seq = seq - 1 WHERE org_id = $1"],
    ["to give the head another hash", "UPDATE audit_head SET hash = sha256('x') WHERE org_id = $1"],
    ["to delete the head", "DELETE FROM audit_head WHERE org_id = $1"],
    ["to empty the heads", "TRUNCATE audit_head CASCADE"],
  ];
  let org: string;
  beforeAll(async () => {
    ({ org } = await createLog(260));
    await makeCheckpoint(org);
  });

  test.each(statements)("%s", async (_what, sql) => {
    const values = sql.includes("$1") ? [org] : [];
    await expect(asOwner(database, (query) => query(sql, values))).rejects.toMatchObject({ code: "23001" });
    expect(await verify(org)).toMatchObject({ verdict: "holds", entries: 260 });
  });

  test.each(statements)("and the application has no right %s", async (_what, sql) => {
    const values = sql.includes("$1") ? [org] : [];
    await expect(queryTenant(org, sql, values)).rejects.toMatchObject({ code: "42501" });
  });

  test.each([
    ["an entry", "INSERT INTO audit_record SELECT * FROM audit_record"],
    ["a tree node", "INSERT INTO audit_node SELECT * FROM audit_node"],
    ["a head", "INSERT INTO audit_head (org_id) VALUES ($1)"],
    ["a sealed value", "INSERT INTO audit_sealed_value SELECT * FROM audit_sealed_value"],
  ])("and the application may not insert %s past the one way in", async (_what, sql) => {
    await expect(queryTenant(org, sql, sql.includes("$1") ? [org] : [])).rejects.toMatchObject({
      code: "42501",
    });
  });
});

describe("row-level security", () => {
  test("shows one organization nothing of another's log", async () => {
    const ours = await createLog(1);
    const theirs = await createLog(3);
    await makeCheckpoint(theirs.org);
    const tables = ["audit_record", "audit_head", "audit_sealed_value", "audit_checkpoint"];
    for (const table of tables) {
      const sql = `SELECT count(*)::int AS n FROM ${table} WHERE org_id = $1`;
      expect(await queryTenant(ours.org, sql, [theirs.org])).toEqual([{ n: 0 }]);
      expect((await queryTenant<{ n: number }>(theirs.org, sql, [theirs.org]))[0]?.n).toBeGreaterThan(0);
      expect((await pool().query(sql, [theirs.org])).rows).toEqual([{ n: 0 }]);
    }
    await expect(
      queryTenant(
        ours.org,
        "INSERT INTO audit_checkpoint (org_id, size, root, note) VALUES ($1, 9, '', '')",
        [theirs.org],
      ),
    ).rejects.toMatchObject({ code: "42501" });
    const erased = await queryTenant(
      ours.org,
      "DELETE FROM audit_sealed_value WHERE org_id = $1 RETURNING 1",
      [theirs.org],
    );
    expect(erased).toEqual([]);
  });
});

describe("whoever overcomes the triggers is found out:", () => {
  async function tampered(
    change: (query: (sql: string, values?: unknown[]) => Promise<unknown>, org: string) => Promise<unknown>,
    prepare: (org: string) => Promise<unknown> = async () => undefined,
  ) {
    const { org } = await createLog(LENGTH);
    await prepare(org);
    expect(await verify(org)).toMatchObject({ verdict: "holds", first_broken_seq: null, entries: LENGTH });
    await asTamperer(database, (query) => change(query, org));
    return { org, found: await verify(org) };
  }

  test("an entry's text changed", async () => {
    const { found } = await tampered((query, org) =>
      query(
        "UPDATE audit_record SET canonical = replace(canonical, '\"allow\"', '\"deny\"') WHERE org_id = $1 AND seq = 7",
        [org],
      ),
    );
    expect(found).toMatchObject({ verdict: "broken", reason: "bad_hash", first_broken_seq: 7, entries: 6 });
    expect(found.message).toMatch(/^Entry 7 was changed/);
  });

  test("an entry's text changed and its hash made anew", async () => {
    const { found } = await tampered(async (query, org) => {
      await query(
        "UPDATE audit_record SET canonical = replace(canonical, 'cmd', 'other') WHERE org_id = $1 AND seq = 7",
        [org],
      );
      await query(
        "UPDATE audit_record SET hash = sha256('\\x00'::bytea || convert_to(canonical, 'UTF8')) WHERE org_id = $1 AND seq = 7",
        [org],
      );
    });
    expect(found).toMatchObject({ verdict: "broken", reason: "broken_link", first_broken_seq: 8 });
  });

  test.each([
    "type = 'policy.read'",
    "actor_id = 'agt_other'",
    "actor_type = 'user'",
    "time = time + interval '1 s'",
    "effect = 'deny'",
    "effect = NULL",
    "action = NULL",
    "resource_type = 'order'",
    "policy_id = 'pol_none'",
  ])("a column that people filter by changed: %s", async (assignment) => {
    const { found } = await tampered((query, org) =>
      query(`UPDATE audit_record SET ${assignment} WHERE org_id = $1 AND seq = 9`, [org]),
    );
    expect(found).toMatchObject({ verdict: "broken", reason: "bad_hash", first_broken_seq: 9 });
  });

  test("an entry deleted", async () => {
    const { found } = await tampered((query, org) =>
      query("DELETE FROM audit_record WHERE org_id = $1 AND seq = 12", [org]),
    );
    expect(found).toMatchObject({ verdict: "broken", reason: "gap", first_broken_seq: 12 });
  });

  test("two entries swapped", async () => {
    const { found } = await tampered(async (query, org) => {
      for (const [from, to] of [
        [14, 1014],
        [15, 14],
        [1014, 15],
      ])
        await query("UPDATE audit_record SET seq = $3 WHERE org_id = $1 AND seq = $2", [org, from, to]);
    });
    expect(found).toMatchObject({ verdict: "broken", reason: "out_of_order", first_broken_seq: 14 });
  });

  test("an entry inserted between two others", async () => {
    const { found } = await tampered(async (query, org) => {
      for (let seq = LENGTH; seq > 10; seq -= 1)
        await query("UPDATE audit_record SET seq = seq + 1 WHERE org_id = $1 AND seq = $2", [org, seq]);
      await query(
        `INSERT INTO audit_record (org_id, seq, canonical, hash, time, event_id, type, actor_type, actor_id)
         SELECT org_id, 11, canonical, hash, time, 'evt_new', type, actor_type, actor_id
           FROM audit_record WHERE org_id = $1 AND seq = 10`,
        [org],
      );
    });
    expect(found).toMatchObject({ verdict: "broken", reason: "out_of_order", first_broken_seq: 10 });
  });

  test("an entry put after the end", async () => {
    const { found } = await tampered((query, org) =>
      query(
        `INSERT INTO audit_record (org_id, seq, canonical, hash, time, event_id, type, actor_type, actor_id)
         SELECT org_id, seq + 1, canonical, hash, time, 'evt_new', type, actor_type, actor_id
           FROM audit_record WHERE org_id = $1 AND seq = $2`,
        [org, LENGTH],
      ),
    );
    expect(found).toMatchObject({ verdict: "broken", reason: "out_of_order", first_broken_seq: LENGTH + 1 });
  });

  test("the tail cut off", async () => {
    const { found } = await tampered((query, org) =>
      query("DELETE FROM audit_record WHERE org_id = $1 AND seq > 20", [org]),
    );
    expect(found).toMatchObject({
      verdict: "broken",
      reason: "truncated",
      first_broken_seq: 21,
      entries: 20,
    });
  });

  test("the tail cut off and the head taken back with it: the checkpoint signs more", async () => {
    const { org, found } = await tampered(async (query, tamperedOrg) => {
      await query("DELETE FROM audit_record WHERE org_id = $1 AND seq > 20", [tamperedOrg]);
      await rebuildHead(tamperedOrg);
    }, makeCheckpoint);
    expect(found).toMatchObject({
      verdict: "broken",
      reason: "truncated",
      first_broken_seq: 21,
      entries: 20,
    });
    await expect(makeCheckpoint(org)).rejects.toMatchObject({ code: "conflict" });
  });

  test("the tail rewritten with every hash made anew: it contradicts the checkpoint", async () => {
    const { org, found } = await tampered(
      (_query, tamperedOrg) => rewriteFrom(tamperedOrg, 25),
      async (prepared) => {
        await makeCheckpoint(prepared);
      },
    );
    expect(found).toMatchObject({
      verdict: "broken",
      reason: "inconsistent_checkpoint",
      first_broken_seq: LENGTH,
    });
    expect(found.message).toContain("some were rewritten after it was signed");
    await append(org, [decisionOn("one more")]);
    await expect(makeCheckpoint(org)).rejects.toMatchObject({ code: "conflict" });
  });

  test("rewritten and the stored checkpoints deleted: the copy outside of the database tells", async () => {
    const { org, found } = await tampered(async (query, tamperedOrg) => {
      await rewriteFrom(tamperedOrg, 3);
      await query("DELETE FROM audit_checkpoint WHERE org_id = $1", [tamperedOrg]);
    }, makeCheckpoint);
    expect(found).toMatchObject({ verdict: "broken", reason: "inconsistent_checkpoint" });
    await expect(makeCheckpoint(org)).rejects.toMatchObject({ code: "conflict" });
  });

  test("rewritten and every checkpoint here deleted: the one that an auditor holds tells", async () => {
    let held = "";
    const { org, found } = await tampered(
      async (query, tamperedOrg) => {
        await rewriteFrom(tamperedOrg, 3);
        await query("DELETE FROM audit_checkpoint WHERE org_id = $1", [tamperedOrg]);
        await rm(join(config().dataDir, "checkpoints", tamperedOrg), { recursive: true });
      },
      async (prepared) => {
        held = (await makeCheckpoint(prepared)).note;
      },
    );
    expect(found).toMatchObject({ verdict: "holds" });
    expect(await verify(org, { checkpoints: [held] })).toMatchObject({
      verdict: "broken",
      reason: "inconsistent_checkpoint",
      first_broken_seq: LENGTH,
    });
  });

  test("a checkpoint whose signature is not ours", async () => {
    const { org } = await createLog(4);
    const { note } = await makeCheckpoint(org);
    const forged = note.replace(/\n4\n/, "\n3\n");
    expect(await verify(org, { checkpoints: [forged] })).toMatchObject({
      verdict: "broken",
      reason: "bad_signature",
    });
    expect(await verify(org, { checkpoints: ["nonsense"] })).toMatchObject({ verdict: "unreadable" });
    const folder = join(config().dataDir, "checkpoints", org);
    expect(await readdir(folder)).toEqual(["4.txt"]);
    await writeFile(join(folder, "3.txt"), forged);
    expect(await verify(org)).toMatchObject({ verdict: "broken", reason: "bad_signature" });
  });
});

/** The log's rows from `first` on, with another content and all hashes made anew, head and tree nodes with them. */
async function rewriteFrom(org: string, first: number): Promise<void> {
  const rows = await storedRows(org);
  let head = {
    org,
    seq: first - 1,
    hash: rows[first - 2]?.hash.toString("hex") ?? NO_ENTRY_HASH,
    time: rows[first - 2]?.time.toISOString() ?? "",
    frontier: frontierFromLeaves(
      nodeHasher,
      rows.slice(0, first - 1).map((row) => row.hash),
    ) as readonly Uint8Array[],
  };
  await asTamperer(database, async (query) => {
    for (const row of rows.slice(first - 1)) {
      const parsed = parseEntry(row.canonical);
      if (parsed.kind !== "entry") throw new Error(parsed.sentence);
      const made = prepareDraft({ ...parsed.entry, data: { ...parsed.entry.data, rewritten: true } });
      if (made.kind !== "prepared") throw new Error(made.sentence);
      const { head: next, entries } = appendEntries(nodeHasher, head, [made.prepared]);
      head = next;
      await query("UPDATE audit_record SET canonical = $3, hash = $4 WHERE org_id = $1 AND seq = $2", [
        org,
        row.seq,
        entries[0]?.text,
        entries[0]?.hash,
      ]);
    }
  });
  await rebuildHead(org);
}

/** The head as it would be had the rows always been as they are. */
async function rebuildHead(org: string): Promise<void> {
  const rows = await storedRows(org);
  const last = rows.at(-1);
  const frontier = frontierFromLeaves(
    nodeHasher,
    rows.map((row) => row.hash),
  );
  await asTamperer(database, (query) =>
    query("UPDATE audit_head SET seq = $2, hash = $3, time = $4, frontier = $5 WHERE org_id = $1", [
      org,
      last?.seq,
      last?.hash,
      last?.time,
      frontier.map((hash) => Buffer.from(hash)),
    ]),
  );
}
