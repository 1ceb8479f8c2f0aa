import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decision } from "@/lib/contracts/decisions";
import { type DatabaseGate, openDatabaseGate } from "@/lib/server/testing/database-gate";
import { type MachineServer, startMachineServer } from "@/lib/server/testing/machine-server";
import { storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createTestWorld, type TestWorld } from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let gate: DatabaseGate;
let server: MachineServer;
let world: TestWorld;
beforeAll(async () => {
  database = await useTestDatabase();
  gate = await openDatabaseGate(database.ownerUrl);
  process.env.DATABASE_URL = gate.url;
  server = await startMachineServer();
});
afterAll(async () => {
  await server.close();
  await leaveTestDatabase(database);
  await gate.shut();
});
beforeEach(async () => {
  world = await createTestWorld();
});

const PATH = "/api/v1/decisions/check";
const BODY = {
  action: "ehr.read",
  resource: { type: "patient_record", id: "p-100", attrs: { record_type: "demographics" } },
};
const key = (secret = world.secret) => ({ "x-kynara-key": secret });
const entryCount = async () => (await storedRows(world.organizationId)).length;

/** A refusal: its status and code, in a problem document that carries the request's id; and nothing was written. */
async function refused(answering: () => Promise<Response>, status: number, code: string) {
  const before = await entryCount();
  const answer = await answering();
  const problem = await answer.json();
  expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
  expect(problem).toMatchObject({ type: `urn:kynara:problem:${code}`, status, detail: expect.any(String) });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("x-request-id")).toBe(problem.request_id);
  expect(await entryCount()).toBe(before);
  return { answer, problem };
}

describe("POST /api/v1/decisions/check answers", () => {
  test("200 with the decision, once its entry is durable", async () => {
    const before = await entryCount();
    const answer = await server.post(PATH, BODY, { ...key(), "x-request-id": "ward-7:42" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-request-id")).toBe("ward-7:42");
    const body = decision.parse(await answer.json());
    expect(body).toMatchObject({ effect: "allow", reason: "policy", ttl_seconds: 0 });
    const rows = await storedRows(world.organizationId);
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ event_id: body.decision_id, type: "decision.evaluated" });
    expect(JSON.parse(rows.at(-1)?.canonical ?? "").data.request_id).toBe("ward-7:42");
  });

  test("200 to the same key as a bearer token", async () => {
    const answer = await server.post(PATH, BODY, { authorization: `Bearer ${world.secret}` });
    expect(answer.status).toBe(200);
  });

  test("200 to a denial too, which is recorded", async () => {
    const before = await entryCount();
    const answer = await server.post(PATH, { ...BODY, action: "billing.read" }, key());
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ effect: "deny", reason: "not_permitted" });
    expect(await entryCount()).toBe(before + 1);
  });

  test.each([
    ["no JSON", "{"],
    ["nothing", ""],
  ])("400 to %s", async (_name, body) => {
    await refused(() => server.post(PATH, body, key()), 400, "malformed");
  });

  test("400 to bytes that are no UTF-8", async () => {
    const body = Buffer.concat([Buffer.from('{"action":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    await refused(() => fetch(server.url + PATH, { method: "POST", headers: key(), body }), 400, "malformed");
  });

  test.each([
    ["no key", () => ({})],
    ["an unknown key", () => key(`sk_live_${"x".repeat(43)}`)],
    ["something that is no key", () => key("hello")],
    ["another scheme", () => ({ authorization: "Basic YTpi" })],
  ])("401 to %s", async (_name, headers) => {
    const { answer } = await refused(() => server.post(PATH, BODY, headers()), 401, "unauthenticated");
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer /);
  });

  test.each([
    ["revoked", { revokedAt: new Date() }],
    ["expired", { expiresAt: new Date(Date.now() - 1000) }],
  ])("401 to a key that is %s, with the very next call", async (_name, change) => {
    expect((await server.post(PATH, BODY, key())).status).toBe(200);
    await world.change("key.revoked", (tx) =>
      tx.apiKey.updateMany({ where: { orgId: world.organizationId }, data: change }),
    );
    await refused(() => server.post(PATH, BODY, key()), 401, "unauthenticated");
  });

  test("403 to a key that asks for another agent", async () => {
    await refused(() => server.post(PATH, { ...BODY, subject_id: "agt_other" }, key()), 403, "forbidden");
  });

  test("403 to a key that may not ask at all", async () => {
    await world.change("key.changed", (tx) =>
      tx.apiKey.updateMany({
        where: { orgId: world.organizationId },
        data: { permissions: ["policies.read"] },
      }),
    );
    await refused(() => server.post(PATH, BODY, key()), 403, "forbidden");
  });

  test("413 to more than a mebibyte", async () => {
    const body = JSON.stringify({ ...BODY, context: { note: "x".repeat(1_048_577) } });
    await refused(() => server.post(PATH, body, key()), 413, "too_large");
  });

  test.each<[string, unknown, string[]]>([
    ["a missing action", { resource: BODY.resource }, ["/action"]],
    ["a missing resource type", { ...BODY, resource: {} }, ["/resource/type"]],
    ["an action that is no name", { ...BODY, action: "read everything!" }, ["/action"]],
    ["an unknown member", { ...BODY, subject: "me" }, ["/subject"]],
    [
      "an unknown member further in",
      { ...BODY, resource: { ...BODY.resource, "a/b": 1 } },
      ["/resource/a~1b"],
    ],
    ["two faults at once", { action: 1, resource: { type: 2 } }, ["/action", "/resource/type"]],
    ["an approval's id that is none", { ...BODY, approval_id: "dec_1" }, ["/approval_id"]],
    ["U+0000, which cannot be stored", { ...BODY, context: { note: "\u0000" } }, ["/context"]],
    ["half a surrogate pair", { ...BODY, context: { note: "\ud800" } }, ["/context"]],
    ["a list", [], [""]],
    ["null", null, [""]],
  ])("422 to %s, naming the place", async (_name, body, pointers) => {
    const { problem } = await refused(() => server.post(PATH, body, key()), 422, "invalid");
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toEqual(pointers);
  });

  test("422 to nesting without end, however deep", async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    const body = `{"action":"ehr.read","resource":{"type":"patient_record"},"context":${deep}}`;
    await refused(() => server.post(PATH, body, key()), 422, "invalid");
  });

  test("422 to a key of no agent that names no subject", async () => {
    await world.change("key.changed", (tx) =>
      tx.apiKey.updateMany({
        where: { orgId: world.organizationId },
        data: { agentId: null, permissions: ["decisions.check_any"] },
      }),
    );
    const { problem } = await refused(() => server.post(PATH, BODY, key()), 422, "invalid");
    expect(problem.errors[0].pointer).toBe("/subject_id");
  });

  test("421 where the organization is not served, and records that it refused", async () => {
    await world.change("settings.changed", (tx) =>
      tx.organization.update({ where: { id: world.organizationId }, data: { region: "eu-west" } }),
    );
    const before = await entryCount();
    const answer = await server.postOnce(PATH, BODY, key());
    expect(answer.status).toBe(421);
    expect(await answer.json()).toMatchObject({ code: "wrong_region" });
    const rows = await storedRows(world.organizationId);
    expect(rows.slice(before).map((row) => row.type)).toEqual(["residency.refused"]);
  });

  test("an unfit X-Request-ID with a fresh one", async () => {
    const answer = await server.post(PATH, BODY, { ...key(), "x-request-id": "Jane Doe, ward 7" });
    expect(answer.headers.get("x-request-id")).toMatch(/^req_/);
  });

  test("nobody, and goes on, when the caller hangs up in the middle of the body", async () => {
    const before = await entryCount();
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify(BODY);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.on("error", reject).on("close", () => resolve());
      const head = `POST ${PATH} HTTP/1.1\r\nhost: x\r\nx-kynara-key: ${world.secret}\r\ncontent-length: ${body.length}\r\n\r\n`;
      socket.write(head + body.slice(0, 10), () => setTimeout(() => socket.destroy(), 50));
    });
    expect((await server.post(PATH, BODY, key())).status).toBe(200);
    expect(await entryCount()).toBe(before + 1);
  });

  test("503 while the database is gone, and decides again when it is back", async () => {
    expect((await server.post(PATH, BODY, key())).status).toBe(200);
    const before = await entryCount();
    await gate.shut();
    try {
      const answers = await Promise.all([1, 2, 3].map(() => server.post(PATH, BODY, key())));
      for (const answer of answers) {
        expect(answer.status).toBe(503);
        expect(answer.headers.get("retry-after")).toBe("1");
        expect(await answer.json()).toMatchObject({ code: "unavailable" });
      }
    } finally {
      await gate.open();
    }
    await expect
      .poll(async () => (await server.post(PATH, BODY, key())).status, { timeout: 10_000 })
      .toBe(200);
    const entries = (await entryCount()) - before;
    expect(entries).toBe(1);
  });
});
