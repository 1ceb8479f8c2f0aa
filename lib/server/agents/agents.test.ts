import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as disable } from "@/app/api/v1/agents/[id]/disable/route";
import { POST as enable } from "@/app/api/v1/agents/[id]/enable/route";
import { GET as getAgentRoute, PATCH } from "@/app/api/v1/agents/[id]/route";
import { POST as create, GET as list } from "@/app/api/v1/agents/route";
import { systemCaller } from "@/lib/server/caller";
import { currentState } from "@/lib/server/decision-state";
import { newId } from "@/lib/server/ids";
import { createKey } from "@/lib/server/keys";
import {
  ask,
  createPerson,
  createTestOrganization,
  entriesAfter,
  lastSeq,
  snapshot,
  type TestOrganization,
} from "@/lib/server/testing/management";
import { verifyStored } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let org: TestOrganization;
beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
});
afterAll(() => leaveTestDatabase(database));

const register = async (body: object) => (await ask(create, "POST", { key: org.adminKey, body })).body;

describe("agents", () => {
  test("201: registers an agent with defaults, told in the log with its words sealed", async () => {
    const seq = await lastSeq(org.id);
    const answer = await ask(create, "POST", {
      key: org.adminKey,
      body: { name: "Chart reader", description: "Reads Ada's chart", attrs: { unit: "icu" } },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      name: "Chart reader",
      mode: "read_write",
      status: "active",
      roles: ["agent"],
      actions_today: 0,
      owner_user_id: null,
    });
    const [entry, ...rest] = await entriesAfter(org.id, seq);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      type: "agent.registered",
      data: { agent_id: answer.body.id, description: { sealed: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    });
    expect(JSON.stringify(entry)).not.toContain("Ada");
    expect((await verifyStored(org.id)).kind).toBe("holds");
  });

  test("200: changes what is given and leaves the rest, null takes away", async () => {
    const owner = await createPerson(org.id, ["attending_physician"]);
    const agent = await register({ name: "Owned", owner_user_id: owner.id, daily_action_budget: 5 });
    const params = { id: String(agent.id) };
    const changed = await ask(PATCH, "PATCH", {
      key: org.adminKey,
      params,
      body: { mode: "read_only", daily_action_budget: null },
    });
    expect(changed.body).toMatchObject({
      name: "Owned",
      mode: "read_only",
      owner_user_id: owner.id,
      daily_action_budget: null,
    });
    const before = await snapshot(org.id);
    expect(
      (await ask(PATCH, "PATCH", { key: org.adminKey, params, body: { mode: "read_only" } })).status,
    ).toBe(200);
    expect(await snapshot(org.id)).toBe(before);
  });

  test("200: the kill switch reaches the decision state at once, and back", async () => {
    const agent = await register({ name: "Switched" });
    const params = { id: String(agent.id) };
    const seq = await lastSeq(org.id);
    const off = await ask(disable, "POST", { key: org.adminKey, params, body: { reason: "acts oddly" } });
    expect(off.body).toMatchObject({ status: "disabled", status_reason: "acts oddly" });
    expect((await currentState(org.id)).agents.get(params.id)?.status).toBe("disabled");
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "agent.disabled", data: { reason: { sealed: expect.any(String) } } },
    ]);
    const again = await lastSeq(org.id);
    await ask(disable, "POST", { key: org.adminKey, params, body: {} });
    expect(await lastSeq(org.id)).toBe(again);
    expect((await ask(enable, "POST", { key: org.adminKey, params, body: {} })).body.status).toBe("active");
  });

  test("200: pages through every agent once, by cursor, filtered", async () => {
    const fresh = await createTestOrganization();
    for (const name of ["A-1", "B-1", "A-2", "A-3"])
      await ask(create, "POST", { key: fresh.adminKey, body: { name } });
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: Record<string, unknown> } = await ask(list, "GET", {
        key: fresh.adminKey,
        query: { limit: "2", search: "a-", ...(cursor !== null && { cursor }) },
      });
      names.push(...(body.items as { name: string }[]).map((item) => item.name));
      cursor = body.next_cursor as string | null;
    } while (cursor !== null);
    expect(names).toEqual(["A-1", "A-2", "A-3"]);
  });

  test("404: another organization's agent is none", async () => {
    const agent = await register({ name: "Ours" });
    const other = await createTestOrganization();
    const params = { id: String(agent.id) };
    expect((await ask(getAgentRoute, "GET", { key: other.adminKey, params })).status).toBe(404);
    expect(
      (await ask(PATCH, "PATCH", { key: other.adminKey, params, body: { name: "Theirs" } })).status,
    ).toBe(404);
    expect((await ask(getAgentRoute, "GET", { key: org.adminKey, params })).body.name).toBe("Ours");
  });

  describe("a refusal writes nothing", () => {
    const refused = async (status: number, code: string, key: string, body: unknown, query = {}) => {
      const before = await snapshot(org.id);
      const answer = await ask(create, "POST", { key, body, query });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(await snapshot(org.id)).toBe(before);
      return answer;
    };
    test("400: not JSON", () => refused(400, "malformed", org.adminKey, "{"));
    test("401: no key", () => refused(401, "unauthenticated", "", { name: "x" }));
    test("401: unknown key", () =>
      refused(401, "unauthenticated", `sk_live_${"x".repeat(43)}`, { name: "x" }));
    test("403: a key without agents.write", async () => {
      const weak = await createKey(systemCaller(org.id, newId("req")), {
        name: "weak",
        agent_id: null,
        permissions: ["agents.read"],
        expires_at: null,
      });
      await refused(403, "forbidden", weak.secret, { name: "x" });
    });
    test("413: a body beyond the limit", () =>
      refused(413, "too_large", org.adminKey, { name: "x", description: "y".repeat(1_100_000) }));
    test("422: unknown member, wrong value", async () => {
      const { body } = await refused(422, "invalid", org.adminKey, { name: "", color: "red" });
      expect(body.errors).toEqual(
        expect.arrayContaining([
          { pointer: "/name", message: expect.any(String), code: "empty" },
          { pointer: "/color", message: "is not known here", code: "unknown_member" },
        ]),
      );
    });
    test("422: a role that does not exist", async () => {
      const { body } = await refused(422, "invalid", org.adminKey, { name: "x", roles: ["agent", "nobody"] });
      expect(body.errors).toEqual([
        {
          pointer: "/roles/1",
          message: "There is no role nobody.",
          code: "no_role",
          params: { name: "nobody" },
        },
      ]);
    });
    test("422: an owner who is no member", () =>
      refused(422, "invalid", org.adminKey, { name: "x", owner_user_id: newId("usr") }));
    test("422: a value that PostgreSQL cannot hold", () =>
      refused(422, "invalid", org.adminKey, { name: "x", attrs: { note: "a\u0000b" } }));
    test("422: a cursor of another list", async () => {
      const answer = await ask(list, "GET", { key: org.adminKey, query: { cursor: "bm8" } });
      expect(answer.status).toBe(422);
    });
  });
});
