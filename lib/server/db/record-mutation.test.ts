import crypto from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/server/db/pool";
import { prisma } from "@/lib/server/db/prisma";
import { newId } from "@/lib/server/ids";
import { queryTenant, storedRows, verifyStored } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createBareOrganization } from "@/lib/server/testing/test-organization";
import { useTestDatabase } from "@/lib/server/testing/used-database";
import { dataKey } from "./ledger/data-key";
import { sealContext, sealTag } from "./ledger/draft";
import { type LedgerEvent, sealed } from "./ledger/events";
import { decrypt } from "./ledger/keys";
import { recordMutation, StateMoved, Unchanged } from "./record-mutation";
import { withTenant } from "./tenancy";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(async () => {
  await prisma().$disconnect();
  await pool()
    .end()
    .catch(() => undefined);
  await database.drop();
});

const event = (more: Partial<LedgerEvent> = {}): LedgerEvent => ({
  id: newId("evt"),
  type: "role.changed",
  actor: { type: "user", id: "usr_1" },
  data: { role: "nurse" },
  ...more,
});

const roleNamed = (organizationId: string, name: string) => ({
  orgId: organizationId,
  name,
  displayName: name,
});

describe("recordMutation", () => {
  test("stores the change and its entry, and raises the state version where decisions depend on it", async () => {
    const org = await createBareOrganization();
    const role = await recordMutation(
      { organizationId: org },
      (made: { name: string }) => event({ data: { role: made.name } }),
      (tx) => tx.role.create({ data: roleNamed(org, "nurse") }),
    );
    expect(role.name).toBe("nurse");
    const rows = await storedRows(org);
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.canonical ?? "")).toMatchObject({
      org,
      seq: 1,
      type: "role.changed",
      data: { role: "nurse" },
    });
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
    expect(await queryTenant(org, "SELECT seq, state_version FROM audit_head")).toEqual([
      { seq: 1, state_version: 1 },
    ]);
  });

  test("stores neither when the change fails, when the entry cannot be written, or when telling fails", async () => {
    const org = await createBareOrganization();
    const caller = { organizationId: org };
    const create = (name: string) => (tx: Parameters<Parameters<typeof recordMutation>[2]>[0]) =>
      tx.role.create({ data: roleNamed(org, name) });
    await expect(recordMutation(caller, () => event(), create("Not a name"))).rejects.toThrow();
    await expect(
      recordMutation(caller, () => event({ data: { note: "\ud800" } }), create("first")),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      recordMutation(
        caller,
        () => {
          throw new Error("telling failed");
        },
        create("second"),
      ),
    ).rejects.toThrow("telling failed");
    const taken = event();
    await recordMutation(caller, () => taken, create("third"));
    await expect(recordMutation(caller, () => taken, create("fourth"))).rejects.toThrow();
    expect(await queryTenant(org, "SELECT name FROM role")).toEqual([{ name: "third" }]);
    expect(await storedRows(org)).toHaveLength(1);
  });

  test("writes nothing for a change that changes nothing", async () => {
    const org = await createBareOrganization();
    const answer = await recordMutation<string>(
      { organizationId: org },
      () => event(),
      async (tx) => {
        await tx.role.create({ data: roleNamed(org, "nurse") });
        throw new Unchanged("as it was");
      },
    );
    expect(answer).toBe("as it was");
    expect(await storedRows(org)).toHaveLength(0);
    expect(await queryTenant(org, "SELECT name FROM role")).toEqual([]);
  });

  test("refuses when the state has moved since the caller looked", async () => {
    const org = await createBareOrganization();
    const caller = { organizationId: org };
    await recordMutation(
      caller,
      () => event(),
      async () => null,
      { stateVersion: 0 },
    );
    await expect(
      recordMutation(
        caller,
        () => event(),
        async () => null,
        { stateVersion: 0 },
      ),
    ).rejects.toBeInstanceOf(StateMoved);
    await recordMutation(
      caller,
      () => event(),
      async () => null,
      { stateVersion: 1 },
    );
    expect(await storedRows(org)).toHaveLength(2);
  });

  test("writes several entries in their order, more than one Merkle level of them", async () => {
    const org = await createBareOrganization();
    const many = Array.from({ length: 300 }, (_, i) => event({ data: { i, note: sealed(`note ${i}`) } }));
    await recordMutation(
      { organizationId: org },
      () => many as [LedgerEvent, ...LedgerEvent[]],
      async () => null,
    );
    await recordMutation(
      { organizationId: org },
      () => event({ type: "session.signed_in" }),
      async () => null,
    );
    expect((await storedRows(org)).map((row) => row.event_id).slice(0, 300)).toEqual(
      many.map(({ id }) => id),
    );
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
    expect(await queryTenant(org, "SELECT level, index FROM audit_node")).toEqual([{ level: 8, index: 0 }]);
    expect(await queryTenant(org, "SELECT state_version FROM audit_head")).toEqual([{ state_version: 1 }]);
  });

  test("makes concurrent changes one after the other", async () => {
    const org = await createBareOrganization();
    const caller = { organizationId: org };
    await recordMutation(
      caller,
      () => event(),
      (tx) => tx.role.create({ data: roleNamed(org, "shared") }),
    );
    await Promise.all(
      Array.from({ length: 20 }, () =>
        recordMutation(
          caller,
          ({ description }: { description: string }) => event({ data: { description } }),
          async (tx) => {
            const found = await tx.role.findFirstOrThrow({ where: { name: "shared" } });
            return tx.role.update({
              where: { orgId_name: { orgId: org, name: "shared" } },
              data: { description: `${found.description}x` },
            });
          },
        ),
      ),
    );
    expect(await queryTenant(org, "SELECT length(description) AS n FROM role")).toEqual([{ n: 20 }]);
    expect(await storedRows(org)).toHaveLength(21);
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
  });

  test("waits its turn without a connection, so that reading goes on, and refuses beyond its bound", async () => {
    const org = await createBareOrganization();
    const change = () =>
      recordMutation(
        { organizationId: org },
        () => event({ type: "session.signed_in" }),
        async () => null,
      );
    const changes = Array.from({ length: 1_050 }, change);
    const settled = Promise.allSettled(changes);
    await changes[0];
    expect(pool().waitingCount).toBe(0);
    expect(pool().totalCount - pool().idleCount).toBeLessThanOrEqual(2);
    const refused = (await settled).filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(50);
    expect(refused[0]).toMatchObject({ reason: { code: "unavailable" } });
    expect(await storedRows(org)).toHaveLength(1_000);
    await change();
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
  });

  test("has no log to write to where there is no organization", async () => {
    await expect(
      recordMutation(
        { organizationId: "org_none" },
        () => event(),
        async () => null,
      ),
    ).rejects.toThrow("There is no organization org_none.");
  });

  test("sees one organization's rows only, and cannot write another's", async () => {
    const [ours, theirs] = [await createBareOrganization(), await createBareOrganization()];
    await recordMutation(
      { organizationId: theirs },
      () => event(),
      (tx) => tx.role.create({ data: roleNamed(theirs, "nurse") }),
    );
    expect(await withTenant(ours, (tx) => tx.role.findMany())).toEqual([]);
    expect(await withTenant(theirs, (tx) => tx.role.count())).toBe(1);
    expect(await prisma().role.count()).toBe(0);
    await expect(
      recordMutation(
        { organizationId: ours },
        () => event(),
        (tx) => tx.role.create({ data: roleNamed(theirs, "spy") }),
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await storedRows(ours)).toHaveLength(0);
  });
});

describe("sealed values", () => {
  test("stand in the entry as commitments and open with the organization's key only", async () => {
    const org = await createBareOrganization();
    const told = event({
      data: {
        resource: { type: "patient_record", id: sealed("MRN-000123") },
        list: [sealed({ a: 1.5 })],
        ratio: 0.5,
      },
    });
    await recordMutation(
      { organizationId: org },
      () => told,
      async () => null,
    );
    const [row] = await storedRows(org);
    expect(row?.canonical).not.toContain("MRN-000123");
    const entry = JSON.parse(row?.canonical ?? "") as {
      data: { resource: { id: { sealed: string } }; ratio: unknown };
    };
    expect(entry.data.ratio).toBe("0.5");
    const values = await queryTenant<{ path: string; commitment: Buffer; tag: Buffer; box: Buffer }>(
      org,
      "SELECT * FROM audit_sealed_value ORDER BY path",
    );
    expect(values.map((value) => value.path)).toEqual(["/list/0", "/resource/id"]);
    const key = await dataKey(org);
    const [list, id] = values;
    if (!list || !id) throw new Error("two values were sealed");
    const opened = JSON.parse(decrypt(key.sealing, sealContext(told.id, id.path), id.box).toString()) as {
      salt: string;
      value: unknown;
    };
    expect(opened.value).toBe("MRN-000123");
    const commitment = crypto
      .createHmac("sha256", Buffer.from(opened.salt, "hex"))
      .update('"MRN-000123"')
      .digest("hex");
    expect(entry.data.resource.id.sealed).toBe(commitment);
    expect(id.commitment.toString("hex")).toBe(commitment);
    expect(id.tag).toEqual(sealTag(key, "MRN-000123"));
    const listed = JSON.parse(
      decrypt(key.sealing, sealContext(told.id, "/list/0"), list.box).toString(),
    ) as object;
    expect(listed).toMatchObject({ value: { a: "1.5" } });
    expect(() => decrypt(key.sealing, sealContext(told.id, "/list/0"), id.box)).toThrow();
    const other = await dataKey(await createBareOrganization());
    expect(() => decrypt(other.sealing, sealContext(told.id, id.path), id.box)).toThrow();
  });
});
