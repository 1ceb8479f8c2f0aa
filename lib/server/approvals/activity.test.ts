import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CheckRequest } from "@/lib/contracts/decisions";
import { moveClock, now, resetClock } from "@/lib/server/clock";
import { askedOf, checkDecision } from "@/lib/server/decisions";
import { hashApiKey, identifyKey, newApiKeySecret } from "@/lib/server/identity";
import { newId } from "@/lib/server/ids";
import { storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createTestWorld, type TestWorld } from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { castVote, getApprovalActivity } from "./index";

let database: TestDatabase;
let world: TestWorld;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));
beforeEach(async () => {
  world = await createTestWorld();
});
afterEach(() => resetClock());

async function check(recordType: string, patient: string, more: Partial<CheckRequest> = {}) {
  const credential = await identifyKey(world.secret);
  const request: CheckRequest = {
    action: "ehr.read",
    resource: { type: "patient_record", id: patient, attrs: { record_type: recordType, note: "John Doe" } },
    ...more,
  };
  const asker = { organizationId: world.organizationId, credential, requestId: newId("req") };
  return checkDecision(asker, askedOf(request, world.agentId));
}

/** The same with a second agent of the hospital and its key. */
async function asAnotherAgent(work: () => Promise<unknown>): Promise<void> {
  const first = world;
  const agentId = newId("agt");
  const secret = newApiKeySecret();
  await first.change("agent.registered", async (tx) => {
    const orgId = first.organizationId;
    await tx.agent.create({ data: { id: agentId, orgId, name: "Another", roles: ["clinical_agent"] } });
    await tx.apiKey.create({
      data: {
        id: newId("key"),
        orgId,
        agentId,
        name: "test",
        display: "sk_live_…",
        hash: new Uint8Array(hashApiKey(secret)),
        permissions: ["decisions.check"],
        createdBy: first.owner,
      },
    });
  });
  world = { ...first, agentId, secret };
  await work();
  world = first;
}

/** Opens the request that somebody has to decide. */
async function request(): Promise<string> {
  const { approval_id } = await check("diagnosis", "p-100");
  if (approval_id === null) throw new Error("No approval was opened.");
  return approval_id;
}

const physician = () => world.caller(world.physicians[0]);

describe("what an agent was answered in the last hour", () => {
  test("counts its decisions by effect and the patients they were about, without the request itself", async () => {
    await check("demographics", "p-100");
    await check("demographics", "p-101");
    await check("demographics", "p-101");
    await check("genome", "p-102");
    await check("imaging", "p-103");
    const activity = await getApprovalActivity(await physician(), await request());
    expect(activity.counts).toEqual({ allow: 3, deny: 1, require_approval: 1 });
    expect(activity).toMatchObject({ resources: 4, is_capped: false });
  });

  test("shows the last few, newest first, with the kind of record", async () => {
    for (const kind of ["demographics", "demographics", "demographics", "genome", "imaging"])
      await check(kind, "p-101");
    const { last } = await getApprovalActivity(await physician(), await request());
    expect(last.map(({ effect, action, record_type }) => [effect, action, ...record_type])).toEqual([
      ["require_approval", "ehr.read", "imaging"],
      ["deny", "ehr.read", "genome"],
      ["allow", "ehr.read", "demographics"],
      ["allow", "ehr.read", "demographics"],
    ]);
    expect(last.every(({ time }) => Math.abs(Date.parse(time) - Date.now()) < 60_000)).toBe(true);
  });

  test("leaves out what is older, and what other agents did", async () => {
    await check("demographics", "p-100");
    moveClock(new Date(Date.now() + 61 * 60_000));
    await asAnotherAgent(() => check("demographics", "p-100"));
    const id = await request();
    const activity = await getApprovalActivity(await physician(), id);
    expect(activity).toMatchObject({ counts: { allow: 0, deny: 0, require_approval: 0 }, last: [] });
    expect(now().getTime() - Date.parse(activity.since)).toBeGreaterThanOrEqual(3_600_000);
  });

  test("tells no patient's id and nothing sealed, so reading it is no reveal and adds nothing to the log", async () => {
    await check("demographics", "p-secret");
    const id = await request();
    const before = (await storedRows(world.organizationId)).length;
    const answer = JSON.stringify(await getApprovalActivity(await physician(), id));
    expect(answer).not.toMatch(/p-secret|p-100|John|sealed/);
    expect((await storedRows(world.organizationId)).length).toBe(before);
  });

  test("says no kind of record where the organization calls that unsafe to log", async () => {
    await world.change("settings.changed", (tx) =>
      tx.organization.update({
        where: { id: world.organizationId },
        data: { settings: { safe_to_log: ["purpose"] } },
      }),
    );
    await check("demographics", "p-100");
    const { last } = await getApprovalActivity(await physician(), await request());
    expect(last).toMatchObject([{ action: "ehr.read", record_type: [] }]);
  });
});

describe("nothing of it is told to", () => {
  test.each([
    ["somebody of another role", () => world.caller(world.nurse), "forbidden"],
    ["the agent's owner, who is part of it", () => world.caller(world.owner), "forbidden"],
    ["somebody of another hospital", async () => (await createTestWorld()).caller("usr_x"), "not_found"],
  ] as const)("%s", async (_who, caller, code) => {
    await check("demographics", "p-101");
    const id = await request();
    await expect(getApprovalActivity(await caller(), id)).rejects.toMatchObject({ code });
  });

  test("an agent's key", async () => {
    const id = await request();
    const key = { ...(await physician()), kind: "key" as const, agentId: world.agentId };
    await expect(getApprovalActivity(key, id)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("who has voted, and anybody once the request is decided", async () => {
    const id = await request();
    await castVote(await physician(), id, { vote: "deny", reason: "Not needed" });
    for (const person of world.physicians.slice(0, 2))
      await expect(getApprovalActivity(await world.caller(person), id)).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});
