import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  fromBase64,
  parseCheckpoint,
  parseVerifierKey,
  rootFromLeaves,
  toBase64,
  verifyConsistency,
  verifyEd25519Portable,
  verifyInclusion,
  verifyNote,
} from "@/lib/ledger";
import { config } from "@/lib/server/config";
import { nodeHasher } from "@/lib/server/db/ledger/node-hasher";
import { storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { append, callerOf, createLog, decisionOn } from "@/lib/server/testing/test-log";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { listCheckpoints, makeCheckpoint, makeCheckpointNow, makeDueCheckpoints } from "./checkpoints";
import { getAuditProof } from "./events";
import { proveConsistency, proveInclusion } from "./proofs";
import { listUncoveredLogs } from "./store";
import { verifyLog } from "./verify";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));

describe("a checkpoint", () => {
  test("signs the root of all entries under the log's origin, and stands in a file too", async () => {
    const { org, caller } = await createLog(37);
    const made = await makeCheckpointNow(caller);
    const leaves = (await storedRows(org)).map((row) => row.hash);
    expect(made).toMatchObject({ size: 37, root: toBase64(rootFromLeaves(nodeHasher, leaves)) });
    const parsed = parseCheckpoint(made.note);
    expect(parsed).toMatchObject({ origin: `localhost:3000/audit/${org}`, size: 37 });
    const key = parseVerifierKey(nodeHasher, made.verifier_key);
    if (!parsed || !key) throw new Error("checkpoint and key can be read");
    expect(await verifyNote(parsed.note, [key], verifyEd25519Portable)).toMatchObject({ kind: "signed" });
    const folder = join(config().dataDir, "checkpoints", org);
    expect(await readdir(folder)).toEqual(["37.txt"]);
    expect(await readFile(join(folder, "37.txt"), "utf8")).toBe(made.note);
  });

  test("is made once for one size, however many ask at the same time", async () => {
    const { org, caller } = await createLog(5);
    const made = await Promise.all(Array.from({ length: 6 }, () => makeCheckpoint(org)));
    expect(new Set(made.map((one) => one.note)).size).toBe(1);
    expect((await listCheckpoints(caller, { limit: 50 })).items).toHaveLength(1);
  });

  test("follows the one before, page by page, newest first", async () => {
    const { org, caller } = await createLog(3);
    for (let i = 0; i < 5; i += 1) {
      await makeCheckpoint(org);
      await append(org, [decisionOn("p")]);
    }
    const first = await listCheckpoints(caller, { limit: 3 });
    expect(first.items.map((one) => one.size)).toEqual([7, 6, 5]);
    const second = await listCheckpoints(caller, { limit: 3, cursor: first.next_cursor ?? "" });
    expect(second.items.map((one) => one.size)).toEqual([4, 3]);
    expect(second.next_cursor).toBeNull();
    expect(await verifyLog(caller, { checkpoints: first.items.map((one) => one.note) })).toMatchObject({
      verdict: "holds",
      message: "8 entries hold: none was changed, removed, added or moved. 5 checkpoints agree.",
    });
  });

  test("is made by the job for every log that has entries none covers", async () => {
    const logs = [await createLog(2), await createLog(3)];
    expect(await listUncoveredLogs()).toEqual(expect.arrayContaining(logs.map(({ org }) => org)));
    await makeDueCheckpoints();
    expect(await listUncoveredLogs()).toEqual([]);
    for (const { caller } of logs)
      expect((await listCheckpoints(caller, { limit: 5 })).items).toHaveLength(1);
  });

  test("signs an empty log as well", async () => {
    const { org, caller } = await createLog(0);
    expect(await makeCheckpoint(org)).toMatchObject({ size: 0 });
    expect(await verifyLog(caller, { checkpoints: [] })).toMatchObject({ verdict: "holds", entries: 0 });
  });
});

describe("proofs from stored nodes", () => {
  const size = 1_100;
  let org: string;
  let leaves: Buffer[];
  beforeAll(async () => {
    ({ org } = await createLog(size));
    leaves = (await storedRows(org)).map((row) => row.hash);
  });
  const rootAt = (n: number) => rootFromLeaves(nodeHasher, leaves.slice(0, n));

  test.each([1, 2, 255, 256, 257, 512, 513, 767, 1_024, 1_025, 1_099, 1_100])(
    "entry %i is in the tree",
    async (seq) => {
      for (const within of [seq, Math.min(size, seq + 1), size]) {
        const proof = await proveInclusion(org, seq, within);
        const leaf = leaves[seq - 1];
        if (!proof || !leaf) throw new Error("there is a proof");
        expect(
          verifyInclusion(nodeHasher, { leaf, index: seq - 1, size: within, root: rootAt(within) }, proof),
        ).toBe(true);
      }
    },
  );

  test.each([
    [1, 2],
    [1, 1_100],
    [255, 256],
    [256, 1_100],
    [300, 900],
    [511, 513],
    [1_024, 1_100],
    [1_099, 1_100],
  ])("the tree of %i begins the tree of %i", async (from, to) => {
    const proof = await proveConsistency(org, from, to);
    if (!proof) throw new Error("there is a proof");
    const claim = { from, to, fromRoot: rootAt(from), toRoot: rootAt(to) };
    expect(verifyConsistency(nodeHasher, claim, proof)).toBe(true);
  });

  test("an entry comes with its proof once a checkpoint covers it", async () => {
    const caller = callerOf(org);
    expect(await getAuditProof(caller, 42)).toMatchObject({ seq: 42, checkpoint: null, proof: [] });
    const { note, root } = await makeCheckpoint(org);
    const entry = await getAuditProof(caller, 42);
    expect(entry).toMatchObject({ checkpoint: note, hash: leaves[41]?.toString("hex") });
    const proof = entry.proof.map((hash) => fromBase64(hash) ?? new Uint8Array(0));
    const leaf = leaves[41] ?? new Uint8Array(0);
    expect(verifyInclusion(nodeHasher, { leaf, index: 41, size, root }, proof)).toBe(true);
    await expect(getAuditProof(caller, 5_000)).rejects.toMatchObject({ code: "not_found" });
  });
});
