import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  GET as listCheckpointsRoute,
  POST as makeCheckpointRoute,
} from "@/app/api/v1/audit/checkpoints/route";
import { POST as eraseRoute } from "@/app/api/v1/audit/events/[seq]/erase/route";
import { POST as revealRoute } from "@/app/api/v1/audit/events/[seq]/reveal/route";
import { GET as getEvent } from "@/app/api/v1/audit/events/[seq]/route";
import { GET as listRoute } from "@/app/api/v1/audit/events/route";
import { GET as exportRoute } from "@/app/api/v1/audit/export/route";
import { POST as verifyRoute } from "@/app/api/v1/audit/verify/route";
import { listAuditQuery } from "@/lib/contracts/audit";
import { dataKey } from "@/lib/server/db/ledger/data-key";
import { sealTag } from "@/lib/server/db/ledger/draft";
import type { RouteHandler } from "@/lib/server/http/route";
import { hashApiKey, newApiKeySecret } from "@/lib/server/identity";
import { newId } from "@/lib/server/ids";
import { queryTenant, storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { append, callerOf, createLog, decisionOn } from "@/lib/server/testing/test-log";
import { createTestWorld } from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { makeCheckpoint } from "./checkpoints";
import { listAuditEvents } from "./events";
import { eraseSealedValues, revealSealedValues } from "./sealed-values";
import { verifyLog } from "./verify";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));

const list = (org: string, query: Record<string, unknown> = {}) =>
  listAuditEvents(callerOf(org), listAuditQuery.parse(query));
const seqs = async (org: string, query: Record<string, unknown> = {}) =>
  (await list(org, query)).items.map((item) => item.seq);

describe("listAuditEvents", () => {
  let org: string;
  beforeAll(async () => {
    ({ org } = await createLog(2));
    await append(org, [
      decisionOn("p-3", {
        effect: "deny",
        action: "ehr.write",
        policyId: "pol_x",
        actor: { type: "user", id: "usr_b" },
      }),
      decisionOn("p-4", {
        type: "decision.consumed",
        approvalId: "apr_x",
        resourceType: "order",
        agentId: "agt_two",
      }),
      { id: newId("evt"), type: "decisions_like.other", actor: { type: "system", id: "kynara" }, data: {} },
    ]);
  });

  test.each([
    [{}, [5, 4, 3, 2, 1]],
    [{ order: "oldest" }, [1, 2, 3, 4, 5]],
    [{ actor: "usr_b" }, [3]],
    [{ type: "decision.evaluated" }, [3, 2, 1]],
    [{ type: "decision.*" }, [4, 3, 2, 1]],
    [{ type: "decision" }, []],
    [{ effect: "deny" }, [3]],
    [{ action: "ehr.write" }, [3]],
    [{ resource_type: "order" }, [4]],
    [{ policy_id: "pol_x" }, [3]],
    [{ approval_id: "apr_x" }, [4]],
    [{ agent_id: "agt_two" }, [4]],
    [{ type: "decision.*", effect: "allow", action: "ehr.read", order: "oldest" }, [1, 2, 4]],
    [{ to: "2020-01-01T00:00:00Z" }, []],
    [{ from: "2020-01-01T00:00:00+02:00" }, [5, 4, 3, 2, 1]],
    [{ from: "2999-01-01T00:00:00Z" }, []],
    [{ type: "'; DROP TABLE audit_record; --" }, []],
  ])("filters by %j", async (query, expected) => {
    expect(await seqs(org, query)).toEqual(expected);
  });

  test.each(["newest", "oldest"])("gives every entry once, page by page, %s first", async (order) => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(org, {
        order,
        limit: 2,
        ...(cursor && { cursor }),
      });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((item) => item.seq));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(order === "newest" ? [5, 4, 3, 2, 1] : [1, 2, 3, 4, 5]);
    await expect(list(org, { cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("finds one entry by its own id, which for a decision is the decision's", async () => {
    const { org: another } = await createLog(1);
    const asked = decisionOn("p-9");
    await append(another, [asked]);
    expect(await seqs(another, { event_id: asked.id })).toEqual([2]);
    expect(await seqs(another, { event_id: `${asked.id}0` })).toEqual([]);
    // Another organization's entry is not there, whoever knows its id.
    expect(await seqs(org, { event_id: asked.id })).toEqual([]);
  });

  test("shows the entry itself with its hash, patient data only as commitments", async () => {
    const [item] = (await list(org, { order: "oldest", limit: 1 })).items;
    const [row] = await storedRows(org);
    expect(item?.hash).toBe(row?.hash.toString("hex"));
    expect(item?.entry).toEqual(JSON.parse(row?.canonical ?? ""));
    expect(JSON.stringify(item)).not.toContain("patient-1");
  });

  test("finds a record by its sealed id, with audit.reveal only, and tells the log who searched", async () => {
    const found = await createLog(3);
    const query = listAuditQuery.parse({ resource_id: "patient-2" });
    await expect(listAuditEvents(callerOf(found.org, ["audit.read"]), query)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await storedRows(found.org)).toHaveLength(3);
    const page = await listAuditEvents(found.caller, query);
    expect(page.items.map((item) => [item.seq, item.type])).toEqual([
      [4, "audit.revealed"],
      [2, "decision.evaluated"],
    ]);
    const recorded = (await storedRows(found.org)).at(-1);
    expect(recorded).toMatchObject({ seq: 4, type: "audit.revealed", actor_id: found.caller.id });
    expect(recorded?.canonical).not.toContain("patient-2");
    expect(
      (
        await listAuditEvents(
          found.caller,
          listAuditQuery.parse({ resource_id: "nobody", type: "decision.*" }),
        )
      ).items,
    ).toEqual([]);
  });
});

describe("sealed values", () => {
  test("are opened only with an entry that says so", async () => {
    const { org, caller } = await createLog(2);
    expect(await revealSealedValues(caller, 2)).toEqual({
      values: [{ path: "/resource/id", value: "patient-2" }],
    });
    const rows = await storedRows(org);
    expect(rows).toHaveLength(3);
    expect(JSON.parse(rows[2]?.canonical ?? "")).toMatchObject({
      type: "audit.revealed",
      actor: { type: "user", id: caller.id },
      data: { seq: 2, paths: ["/resource/id"] },
    });
    await expect(revealSealedValues(caller, 99)).rejects.toMatchObject({ code: "not_found" });
    expect(await revealSealedValues(caller, 3)).toEqual({ values: [] });
    expect(await storedRows(org)).toHaveLength(3);
  });

  test("are erased for good: not opened, not found, and the log still verifies", async () => {
    const { org, caller } = await createLog(3);
    await makeCheckpoint(org);
    await expect(eraseSealedValues(caller, 2, ["/nothing"])).rejects.toMatchObject({ code: "invalid" });
    expect(await eraseSealedValues(caller, 2, undefined)).toEqual({ paths: ["/resource/id"] });
    expect(await eraseSealedValues(caller, 2, undefined)).toEqual({ paths: [] });
    expect(await revealSealedValues(caller, 2)).toEqual({ values: [] });
    const tag = sealTag(await dataKey(org), "patient-2");
    expect(await queryTenant(org, "SELECT 1 FROM audit_sealed_value WHERE tag = $1", [tag])).toEqual([]);
    expect(await queryTenant(org, "SELECT seq FROM audit_sealed_value ORDER BY seq")).toEqual([
      { seq: 1 },
      { seq: 3 },
    ]);
    const rows = await storedRows(org);
    expect(rows).toHaveLength(4);
    expect(JSON.parse(rows[3]?.canonical ?? "")).toMatchObject({
      type: "audit.sealed_value_erased",
      data: { seq: 2, paths: ["/resource/id"] },
    });
    expect(await verifyLog(caller, { checkpoints: [] })).toMatchObject({ verdict: "holds", entries: 4 });
  });
});

describe("over HTTP", () => {
  test("an agent's key may do nothing here, and its asking writes nothing", async () => {
    const world = await createTestWorld();
    const before = await storedRows(world.organizationId);
    const calls: [RouteHandler, string, string][] = [
      [getEvent, "GET", "events/1"],
      [revealRoute, "POST", "events/1/reveal"],
      [eraseRoute, "POST", "events/1/erase"],
      [verifyRoute, "POST", "verify"],
      [exportRoute, "GET", "export"],
      [listCheckpointsRoute, "GET", "checkpoints"],
      [makeCheckpointRoute, "POST", "checkpoints"],
    ];
    for (const [handler, method, path] of calls) {
      const headers = { "x-kynara-key": world.secret };
      const request = new Request(`http://localhost/api/v1/audit/${path}`, { method, headers });
      expect((await handler(request, { params: Promise.resolve({ seq: "1" }) })).status, path).toBe(403);
    }
    expect(await storedRows(world.organizationId)).toEqual(before);
    expect(await queryTenant(world.organizationId, "SELECT 1 FROM audit_checkpoint")).toEqual([]);
  });

  test("whoever may, reveals, erases, signs, verifies and exports", async () => {
    const world = await createTestWorld();
    const secret = newApiKeySecret();
    await world.change("key.created", (tx) =>
      tx.apiKey.create({
        data: {
          id: newId("key"),
          orgId: world.organizationId,
          name: "compliance",
          display: "sk_live_…",
          hash: new Uint8Array(hashApiKey(secret)),
          permissions: ["audit.reveal", "audit.erase", "audit.verify", "audit.export"],
          createdBy: world.owner,
        },
      }),
    );
    await append(world.organizationId, [decisionOn("p-9")]);
    const call = async (handler: RouteHandler, method: string, path: string, seq = "3") => {
      const request = new Request(`http://localhost/api/v1/audit/${path}`, {
        method,
        headers: { "x-kynara-key": secret },
      });
      return handler(request, { params: Promise.resolve(path.startsWith("events") ? { seq } : {}) });
    };
    const revealed = await call(revealRoute, "POST", "events/3/reveal");
    expect(await revealed.json()).toEqual({ values: [{ path: "/resource/id", value: "p-9" }] });
    expect(await (await call(eraseRoute, "POST", "events/3/erase")).json()).toEqual({
      paths: ["/resource/id"],
    });
    const made = await call(makeCheckpointRoute, "POST", "checkpoints");
    expect([made.status, await made.json()]).toMatchObject([201, { size: 5 }]);
    expect(await (await call(verifyRoute, "POST", "verify")).json()).toMatchObject({
      verdict: "holds",
      entries: 5,
    });
    const file = await call(exportRoute, "GET", "export?format=csv&to_seq=2");
    expect(file.headers.get("content-disposition")).toContain("-1-2.csv");
    expect((await file.text()).trimEnd().split("\r\n")).toHaveLength(3);
  });

  test("an auditor's key reads, an agent's does not, and nobody without one", async () => {
    const world = await createTestWorld();
    const secret = newApiKeySecret();
    await world.change("key.created", (tx) =>
      tx.apiKey.create({
        data: {
          id: newId("key"),
          orgId: world.organizationId,
          name: "auditor",
          display: "sk_live_…",
          hash: new Uint8Array(hashApiKey(secret)),
          permissions: ["audit.read"],
          createdBy: world.owner,
        },
      }),
    );
    const call = (key: string | null, query = "") =>
      listRoute(
        new Request(`http://localhost/api/v1/audit/events${query}`, {
          headers: key ? { "x-kynara-key": key } : {},
        }),
        { params: Promise.resolve({}) },
      );
    const answer = await call(secret, "?limit=1");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const page = (await answer.json()) as { items: { seq: number; type: string; actor: object }[] };
    expect(page.items).toMatchObject([
      { seq: 2, type: "key.created", actor: { type: "system", name: "Kynara" } },
    ]);
    expect((await call(world.secret)).status).toBe(403);
    expect((await call(null)).status).toBe(401);
    expect((await call(secret, "?nonsense=1")).status).toBe(422);
    expect((await call(secret, "?resource_id=p")).status).toBe(403);
    const one = (seq: string) =>
      getEvent(
        new Request(`http://localhost/api/v1/audit/events/${seq}`, { headers: { "x-kynara-key": secret } }),
        {
          params: Promise.resolve({ seq }),
        },
      );
    expect((await one("1")).status).toBe(200);
    expect((await one("77")).status).toBe(404);
    expect((await one("x")).status).toBe(422);
  });
});
