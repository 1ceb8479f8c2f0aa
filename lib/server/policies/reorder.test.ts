import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as archive } from "@/app/api/v1/policies/[id]/archive/route";
import { PUT as update } from "@/app/api/v1/policies/[id]/route";
import { POST as reorder } from "@/app/api/v1/policies/order/route";
import { POST as create, GET as list } from "@/app/api/v1/policies/route";
import { systemCaller } from "@/lib/server/caller";
import { currentState } from "@/lib/server/decision-state";
import { newId } from "@/lib/server/ids";
import { createKey } from "@/lib/server/keys";
import {
  ask,
  createTestOrganization,
  entriesAfter,
  lastSeq,
  snapshot,
  type TestOrganization,
} from "@/lib/server/testing/management";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let org: TestOrganization;
let ids: string[];
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));
beforeEach(async () => {
  org = await createTestOrganization();
  ids = [];
  for (const [index, name] of ["first", "second", "third"].entries()) {
    const body = { display_name: name, effect: "allow", actions: ["ehr.read"], priority: (index + 1) * 100 };
    ids.push(String((await ask(create, "POST", { key: org.adminKey, body })).body.id));
  }
});

const move = (index: number, priority: number, version = 1) => ({
  id: String(ids[index]),
  version,
  priority,
});
const send = (changes: unknown[], key = org.adminKey, note?: string) =>
  ask(reorder, "POST", { key, body: { changes, ...(note !== undefined && { note }) } });

async function names(): Promise<unknown> {
  const { body } = await ask(list, "GET", { key: org.adminKey });
  return (body.items as { display_name: string }[]).map((policy) => policy.display_name);
}

/** What was refused has written nothing. */
async function refused(changes: unknown[], key = org.adminKey) {
  const before = await snapshot(org.id);
  const answer = await send(changes, key);
  expect(await snapshot(org.id)).toBe(before);
  return answer;
}

describe("POST /api/v1/policies/order", () => {
  test("200: all priorities change together, each as a version with an entry, and decide at once", async () => {
    const seq = await lastSeq(org.id);
    const { status, body } = await send([move(2, 50), move(0, 250)], org.adminKey, "By urgency");
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { id: ids[2], priority: 50, version: 2, document: { priority: 50, display_name: "third" } },
      { id: ids[0], priority: 250, version: 2 },
    ]);
    expect(await names()).toEqual(["third", "second", "first"]);
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "policy.published", data: { policy_id: ids[2], version: 2, priority: 50 } },
      { type: "policy.published", data: { policy_id: ids[0], version: 2, priority: 250 } },
    ]);
    const state = await currentState(org.id);
    expect(ids.map((id) => state.policyRecords.get(id)?.version)).toEqual([2, 1, 2]);
  });

  test("200: going back restores the order as further versions", async () => {
    await send([move(2, 50)]);
    const { status } = await send([move(2, 300, 2)]);
    expect(status).toBe(200);
    expect(await names()).toEqual(["first", "second", "third"]);
  });

  test("200: a priority that is held already is no new version; only such ones, nothing is written", async () => {
    const before = await snapshot(org.id);
    expect((await send([move(0, 100), move(1, 200)])).status).toBe(200);
    expect(await snapshot(org.id)).toBe(before);
    const { body } = await send([move(0, 100), move(1, 350)]);
    expect(body.items).toMatchObject([{ version: 1 }, { version: 2 }]);
  });

  test("409: a version that is no longer the newest changes nothing, and the policy is named", async () => {
    const other = { display_name: "second, renamed", effect: "allow", actions: ["ehr.read"], priority: 200 };
    await ask(update, "PUT", { key: org.adminKey, params: { id: String(ids[1]) }, body: other });
    const { status, body } = await refused([move(0, 900), move(1, 50)]);
    expect(status).toBe(409);
    expect(body.detail).toContain("“second, renamed”");
    expect(body.detail).toContain("No priority was changed");
  });

  test("409: an archived policy", async () => {
    await ask(archive, "POST", { key: org.adminKey, params: { id: String(ids[0]) }, body: {} });
    expect(await refused([move(1, 5), move(0, 900)])).toMatchObject({ status: 409 });
  });

  test("409: of two orders made from the same versions one is saved, whole", async () => {
    const answers = await Promise.all([
      send([move(0, 910), move(1, 900)]),
      send([move(1, 800), move(0, 810)]),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await ask(list, "GET", { key: org.adminKey });
    const priorities = (body.items as { priority: number }[]).map((policy) => policy.priority);
    expect([
      [300, 900, 910],
      [300, 800, 810],
    ]).toContainEqual(priorities);
  });

  test("404: an unknown policy, and one of another organization", async () => {
    expect((await refused([move(0, 900), { id: newId("pol"), version: 1, priority: 1 }])).status).toBe(404);
    const elsewhere = await createTestOrganization();
    expect((await refused([move(0, 900)], elsewhere.adminKey)).status).toBe(404);
  });

  test("422: a policy named twice, no change at all, a priority that there is not", async () => {
    expect((await refused([move(0, 900), move(0, 901)])).status).toBe(422);
    expect((await refused([])).status).toBe(422);
    for (const priority of [-1, 1001, 1.5]) expect((await refused([move(0, priority)])).status).toBe(422);
  });

  test("403: without policies.write", async () => {
    const given = { name: "Key", agent_id: null, permissions: ["policies.read"], expires_at: null };
    const key = (await createKey(systemCaller(org.id, newId("req")), given)).secret;
    expect((await refused([move(0, 900)], key)).status).toBe(403);
    expect((await refused([move(0, 900)], "")).status).toBe(401);
  });
});
