import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getRoute } from "@/app/api/v1/jit-grants/[id]/route";
import { POST as createRoute } from "@/app/api/v1/jit-grants/route";
import type { CreateGrant } from "@/lib/contracts/directory";
import { createAgent, disableAgent } from "@/lib/server/agents";
import { type Caller, systemCaller } from "@/lib/server/caller";
import { currentState } from "@/lib/server/decision-state";
import {
  createGrant,
  expireDueGrants,
  getGrant,
  listGrants,
  reviewGrant,
  revokeGrant,
} from "@/lib/server/grants";
import { newId } from "@/lib/server/ids";
import { createRole } from "@/lib/server/roles";
import {
  ask,
  createPerson,
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
let physician: Caller;
let officer: Caller;
let agentId: string;
beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
  physician = await createPerson(org.id, ["attending_physician"]);
  officer = await createPerson(org.id, ["privacy_officer"]);
  agentId = await agentOf(physician.id);
});
afterAll(() => leaveTestDatabase(database));

async function agentOf(ownerId: string | null): Promise<string> {
  const made = await createAgent(systemCaller(org.id, newId("req")), {
    name: "Reader",
    description: "",
    mode: "read_write",
    owner_user_id: ownerId,
    roles: ["agent"],
    attrs: {},
    daily_action_budget: null,
  });
  return made.id;
}

const wanted = (more: Partial<CreateGrant> = {}): CreateGrant => ({
  subject: { type: "agent", id: agentId },
  actions: ["ehr.read"],
  resource: { type: "patient_record", id: "p-100", attrs: { unit: "icu" } },
  duration_minutes: 30,
  justification: "Ada is in cardiac arrest",
  ticket_url: "https://tickets.example.org/1?patient=Ada",
  ...more,
});

async function refused(code: string, work: () => Promise<unknown>) {
  const before = await snapshot(org.id);
  await expect(work()).rejects.toMatchObject({ name: "AppError", code });
  expect(await snapshot(org.id)).toBe(before);
}

const inAnHour = () => new Date(Date.now() + 3_600_000);

describe("emergency access", () => {
  test("is live at once for exactly its subject, and what people wrote is sealed in the log", async () => {
    const seq = await lastSeq(org.id);
    const grant = await createGrant(physician, wanted());
    expect(grant).toMatchObject({ taken_by: physician.id, ended_at: null, reviewed_at: null });
    expect(Date.parse(grant.expires_at) - Date.parse(grant.created_at)).toBe(30 * 60_000);
    expect((await currentState(org.id)).grants).toMatchObject([{ id: grant.id, takenBy: physician.id }]);
    const entries = await entriesAfter(org.id, seq);
    expect(entries).toMatchObject([
      { type: "grant.created", actor: { type: "user", id: physician.id }, data: { grant_id: grant.id } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Ada|p-100|icu/);
    await revokeGrant(physician, grant.id);
  });

  test("ends early by its taker or a reviewer, once", async () => {
    const grant = await createGrant(physician, wanted());
    const seq = await lastSeq(org.id);
    const answers = await Promise.allSettled([
      revokeGrant(physician, grant.id),
      revokeGrant(officer, grant.id),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await entriesAfter(org.id, seq)).toMatchObject([{ type: "grant.revoked" }]);
    expect((await currentState(org.id)).grants.some((live) => live.id === grant.id)).toBe(false);
    await refused("conflict", () => revokeGrant(physician, grant.id));
  });

  test("is closed with a finding by somebody else, once it has ended", async () => {
    const grant = await createGrant(physician, wanted());
    await refused("conflict", () => reviewGrant(officer, grant.id, "too early"));
    await revokeGrant(physician, grant.id);
    const toReview = async () =>
      (await listGrants(officer, { limit: 200, state: "to_review" })).items.map((item) => item.id);
    expect(await toReview()).toContain(grant.id);
    await refused("forbidden", () => reviewGrant(physician, grant.id, "all fine"));
    const seq = await lastSeq(org.id);
    const closed = await reviewGrant(officer, grant.id, "Justified: Ada recovered");
    expect(closed).toMatchObject({ reviewed_by: officer.id, finding: "Justified: Ada recovered" });
    const entries = await entriesAfter(org.id, seq);
    expect(entries).toMatchObject([
      { type: "grant.reviewed", data: { finding: { sealed: expect.any(String) } } },
    ]);
    expect(await toReview()).not.toContain(grant.id);
    await refused("conflict", () => reviewGrant(officer, grant.id, "again"));
  });

  test("its expiry is told exactly once, however many jobs look", async () => {
    const grant = await createGrant(physician, wanted({ duration_minutes: 5 }));
    const seq = await lastSeq(org.id);
    expect(await expireDueGrants(new Date())).toBe(0);
    const noted = await Promise.all([expireDueGrants(inAnHour()), expireDueGrants(inAnHour())]);
    expect(noted.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await expireDueGrants(inAnHour())).toBe(0);
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "grant.expired", actor: { type: "system" }, data: { grant_id: grant.id } },
    ]);
    expect((await getGrant(officer, grant.id)).id).toBe(grant.id);
  });

  test("pages newest first", async () => {
    const made: string[] = [];
    for (let n = 0; n < 3; n += 1) made.push((await createGrant(physician, wanted())).id);
    const first = await listGrants(officer, { limit: 2, state: "live" });
    expect(first.items.map((item) => item.id)).toEqual([made[2], made[1]]);
    const next = await listGrants(officer, { limit: 2, state: "live", cursor: first.next_cursor ?? "" });
    expect(next.items[0]?.id).toBe(made[0]);
  });

  describe("a refusal writes nothing", () => {
    test("forbidden: for somebody else, or an agent of somebody else", async () => {
      await refused("forbidden", () =>
        createGrant(physician, wanted({ subject: { type: "user", id: officer.id } })),
      );
      const foreign = await agentOf(officer.id);
      const orphan = await agentOf(null);
      for (const id of [foreign, orphan])
        await refused("forbidden", () => createGrant(physician, wanted({ subject: { type: "agent", id } })));
    });
    test("forbidden: beyond what one's roles permit", async () => {
      await createRole(systemCaller(org.id, newId("req")), {
        name: "resident",
        display_name: "Resident",
        description: "",
        permissions: ["grants.take"],
        allows: [{ actions: ["ehr.read"], resource_types: ["patient_record"] }],
      });
      const resident = await createPerson(org.id, ["resident"]);
      const own = (more: Partial<CreateGrant>) =>
        wanted({ subject: { type: "user", id: resident.id }, ...more });
      for (const more of [
        { actions: ["ehr.*"] },
        { actions: ["ehr.read", "ehr.write"] },
        { resource: { type: "lab_order" } },
      ])
        await refused("forbidden", () => createGrant(resident, own(more)));
      expect((await createGrant(resident, own({}))).subject.id).toBe(resident.id);
    });
    test("403: an API key, however much it may do", async () => {
      const before = await snapshot(org.id);
      const { status } = await ask(createRoute, "POST", { key: org.adminKey, body: wanted() });
      expect(status).toBe(403);
      expect(await snapshot(org.id)).toBe(before);
    });
    test("422: too short, too long, no reason, no pattern", async () => {
      const before = await snapshot(org.id);
      for (const more of [{ duration_minutes: 4 }, { duration_minutes: 481 }, { justification: "urgent" }]) {
        const { status } = await ask(createRoute, "POST", {
          key: org.adminKey,
          body: { ...wanted(), ...more },
        });
        expect(status).toBe(422);
      }
      await refused("invalid", () => createGrant(physician, wanted({ actions: ["ehr.r*"] })));
      expect(await snapshot(org.id)).toBe(before);
    });
    test("conflict: an agent that is switched off", async () => {
      const off = await agentOf(physician.id);
      await disableAgent(systemCaller(org.id, newId("req")), off, "");
      await refused("conflict", () =>
        createGrant(physician, wanted({ subject: { type: "agent", id: off } })),
      );
    });
    test("forbidden: ended by somebody with neither part in it", async () => {
      const grant = await createGrant(physician, wanted());
      const colleague = await createPerson(org.id, ["attending_physician"]);
      await refused("forbidden", () => revokeGrant(colleague, grant.id));
    });
    test("404: none of this organization", async () => {
      const other = await createTestOrganization();
      const grant = await createGrant(physician, wanted());
      expect((await ask(getRoute, "GET", { key: other.adminKey, params: { id: grant.id } })).status).toBe(
        404,
      );
    });
  });
});
