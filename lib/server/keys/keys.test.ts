import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as createForAgent, GET as listOfAgent } from "@/app/api/v1/agents/[id]/keys/route";
import { DELETE as revoke } from "@/app/api/v1/keys/[id]/route";
import { POST as create, GET as list } from "@/app/api/v1/keys/route";
import { GET as me } from "@/app/api/v1/me/route";
import { createAgent } from "@/lib/server/agents";
import { systemCaller } from "@/lib/server/caller";
import { newId } from "@/lib/server/ids";
import {
  ask,
  createTestOrganization,
  entriesAfter,
  lastSeq,
  snapshot,
  type TestOrganization,
} from "@/lib/server/testing/management";
import { queryTenant } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let org: TestOrganization;
let agentId: string;
beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
  const caller = systemCaller(org.id, newId("req"));
  const agent = { name: "Reader", description: "", mode: "read_write" as const, owner_user_id: null };
  agentId = (await createAgent(caller, { ...agent, roles: ["agent"], attrs: {}, daily_action_budget: null }))
    .id;
});
afterAll(() => leaveTestDatabase(database));

describe("API keys", () => {
  test("201: an agent's key works, can ask for decisions, and its secret is kept nowhere", async () => {
    const seq = await lastSeq(org.id);
    const { status, body } = await ask(createForAgent, "POST", {
      key: org.adminKey,
      params: { id: agentId },
      body: { name: "Production" },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ agent_id: agentId, permissions: ["decisions.check"], revoked_at: null });
    const secret = String(body.secret);
    expect(secret).toMatch(/^sk_live_[A-Za-z0-9_-]{43}$/);
    expect((await ask(me, "GET", { key: secret })).body).toMatchObject({
      kind: "key",
      agent_id: agentId,
      permissions: ["decisions.check"],
      organization: { id: org.id, name: "Test hospital" },
    });
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "key.created", data: { key_id: body.id, agent_id: agentId } },
    ]);
    const everything = JSON.stringify([
      await queryTenant(org.id, "SELECT * FROM api_key"),
      await queryTenant(org.id, "SELECT * FROM audit_record"),
    ]);
    expect(everything).not.toContain(secret);
    const listed = await ask(listOfAgent, "GET", { key: org.adminKey, params: { id: agentId } });
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    expect(listed.body.items).toHaveLength(1);
  });

  test("200: a revoked key gets no answer from then on; revoking twice is told once", async () => {
    const { body } = await ask(create, "POST", {
      key: org.adminKey,
      body: { name: "Short-lived", permissions: ["agents.read"] },
    });
    const params = { id: String(body.id) };
    const key = String(body.secret);
    expect((await ask(me, "GET", { key })).status).toBe(200);
    const seq = await lastSeq(org.id);
    expect((await ask(revoke, "DELETE", { key: org.adminKey, params })).body.revoked_at).not.toBeNull();
    expect((await ask(revoke, "DELETE", { key: org.adminKey, params })).status).toBe(200);
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "key.revoked", data: { key_id: body.id } },
    ]);
    expect((await ask(me, "GET", { key })).status).toBe(401);
  });

  test("of two revocations in the same instant one is told", async () => {
    const { body } = await ask(create, "POST", {
      key: org.adminKey,
      body: { name: "Raced", permissions: ["agents.read"] },
    });
    const seq = await lastSeq(org.id);
    const params = { id: String(body.id) };
    await Promise.all([1, 2, 3, 4].map(() => ask(revoke, "DELETE", { key: org.adminKey, params })));
    expect(await entriesAfter(org.id, seq)).toHaveLength(1);
  });

  test("404: no such key, no such agent", async () => {
    const params = { id: newId("key") };
    expect((await ask(revoke, "DELETE", { key: org.adminKey, params })).status).toBe(404);
    const query = { agent_id: newId("agt") };
    expect((await ask(list, "GET", { key: org.adminKey, query })).status).toBe(404);
  });

  describe("a refusal writes nothing", () => {
    const refused = async (status: number, key: string, body: unknown) => {
      const before = await snapshot(org.id);
      const answer = await ask(create, "POST", { key, body });
      expect(answer.status).toBe(status);
      expect(answer.body).not.toHaveProperty("secret");
      expect(await snapshot(org.id)).toBe(before);
      return answer.body;
    };
    test("403: a key makes no key that may do more", async () => {
      const { body } = await ask(create, "POST", {
        key: org.adminKey,
        body: { name: "Key maker", permissions: ["keys.write", "agents.read"] },
      });
      const maker = String(body.secret);
      const problem = await refused(403, maker, { name: "More", permissions: ["agents.read", "audit.read"] });
      expect(problem.detail).toContain("audit.read");
      expect(
        (await ask(create, "POST", { key: maker, body: { name: "Less", permissions: ["agents.read"] } }))
          .status,
      ).toBe(201);
    });
    test("404: for an agent that does not exist", () =>
      refused(404, org.adminKey, { name: "x", agent_id: newId("agt") }));
    test("422: a permission that does not exist", () =>
      refused(422, org.adminKey, { name: "x", permissions: ["agents.fly"] }));
    test("422: no agent and no permission", () => refused(422, org.adminKey, { name: "x" }));
    test("422: expired before it begins", () =>
      refused(422, org.adminKey, {
        name: "x",
        permissions: ["agents.read"],
        expires_at: "2020-01-01T00:00:00Z",
      }));
  });
});
