import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportQuery } from "@/lib/contracts/audit";
import { createVerifier, parseVerifierKey } from "@/lib/ledger";
import { nodeHasher } from "@/lib/server/db/ledger/node-hasher";
import { pool } from "@/lib/server/db/pool";
import { asTamperer } from "@/lib/server/testing/database-roles";
import { storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { append, callerOf, createLog, decisionOn } from "@/lib/server/testing/test-log";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { makeCheckpoint } from "./checkpoints";
import { exportLog } from "./export";
import { logOrigin, verifierKeyOf, verifyEd25519 } from "./signing";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));

const take = (org: string, query: Record<string, unknown> = {}) =>
  exportLog(callerOf(org), exportQuery.parse(query));

async function verdictOf(org: string, text: string, format: "jsonl" | "csv", held: string[] = []) {
  const verifier = createVerifier({
    format,
    hasher: nodeHasher,
    verifySignature: verifyEd25519,
    trustedKeys: [verifierKeyOf(logOrigin(org))],
    earlierCheckpoints: held,
    strict: true,
  });
  verifier.write(text);
  return verifier.finish();
}

describe("exportLog", () => {
  test("gives a whole log that verifies with a trusted key and an earlier checkpoint", async () => {
    const { org } = await createLog(1_203);
    const { note } = await makeCheckpoint(org);
    const response = await take(org);
    expect(response.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="kynara-audit-${org}-1-1204.jsonl"`,
    );
    const text = await response.text();
    expect(await verdictOf(org, text, "jsonl", [note])).toMatchObject({
      kind: "holds",
      reading: { entries: 1_204, trust: "trusted_key", compared: [{ size: 1_203, result: "matches" }] },
    });
    const lines = text.trimEnd().split("\n");
    const header = JSON.parse(lines[0] ?? "") as { keys: string[]; checkpoint: string };
    expect(parseVerifierKey(nodeHasher, header.keys[0] ?? "")?.name).toBe(logOrigin(org));
    const rows = await storedRows(org);
    expect(lines[700]).toBe(`{"entry":${rows[699]?.canonical},"hash":"${rows[699]?.hash.toString("hex")}"}`);
    expect(JSON.parse(rows.at(-1)?.canonical ?? "")).toMatchObject({
      type: "audit.exported",
      data: { format: "jsonl", from_seq: null, to_seq: null },
    });
  });

  test.each([
    [1, 1],
    [5, 9],
    [256, 257],
    [300, undefined],
  ])("gives the stretch from %s to %s with its anchor and proof", async (from_seq, to_seq) => {
    const { org } = await createLog(305);
    const query = { from_seq, ...(to_seq && { to_seq }) };
    const text = await (await take(org, query)).text();
    const last = to_seq ?? 306;
    expect(await verdictOf(org, text, "jsonl")).toMatchObject({
      kind: "holds",
      reading: { entries: last - from_seq + 1, fromSeq: from_seq, toSeq: last, trust: "trusted_key" },
    });
  });

  test("gives rows that a spreadsheet does not run and a verifier reads back", async () => {
    const { org } = await createLog(3);
    await append(org, [decisionOn("p", { actor: { type: "agent", id: "=cmd()" } })]);
    const { note } = await makeCheckpoint(org);
    const response = await take(org, { format: "csv" });
    expect(response.headers.get("content-type")).toMatch(/^text\/csv/);
    const text = await response.text();
    expect(text).toContain(",'=cmd(),");
    expect(text.split("\r\n")[0]).toContain("seq,time,type,actor_type");
    expect(await verdictOf(org, text, "csv", [note])).toMatchObject({
      kind: "holds",
      reading: { entries: 5 },
    });
  });

  test("shows a tampered entry for what it is", async () => {
    const { org } = await createLog(10);
    await asTamperer(database, (query) =>
      query(
        "UPDATE audit_record SET canonical = replace(canonical, 'allow', 'deny') WHERE org_id = $1 AND seq = 4",
        [org],
      ),
    );
    for (const format of ["jsonl", "csv"] as const) {
      const text = await (await take(org, { format })).text();
      expect(await verdictOf(org, text, format)).toMatchObject({
        kind: "broken",
        reason: "bad_hash",
        seq: 4,
      });
    }
  });

  test("reads no faster than it is read, and stops when nobody reads any more", async () => {
    const { org } = await createLog(2_600);
    const response = await take(org);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    // Two pieces were taken and at most one more is read ahead; none of the others has been asked of the database.
    const calls: string[] = [];
    const query = pool().connect.bind(pool());
    pool().connect = ((...args: []) => {
      calls.push("connect");
      return query(...args);
    }) as typeof query;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(calls.length).toBeLessThanOrEqual(1);
    await reader?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls.length).toBeLessThanOrEqual(1);
    expect(pool().totalCount - pool().idleCount).toBe(0);
    pool().connect = query as typeof query;
  });

  test("refuses a range that is not there, and records nothing of it", async () => {
    const { org } = await createLog(2);
    for (const query of [{ from_seq: 9 }, { to_seq: 9 }, { from_seq: 2, to_seq: 1 }])
      await expect(take(org, query)).rejects.toMatchObject({ code: "invalid" });
    expect(await storedRows(org)).toHaveLength(2);
  });
});
