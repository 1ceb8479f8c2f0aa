import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approval as approvalSchema } from "@/lib/contracts/approvals";
import { castVote } from "@/lib/server/approvals";
import { type MachineServer, startMachineServer } from "@/lib/server/testing/machine-server";
import { storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { CLINICAL_POLICY, createTestWorld, type TestWorld } from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let server: MachineServer;
let world: TestWorld;
beforeAll(async () => {
  database = await useTestDatabase();
  server = await startMachineServer();
});
afterAll(async () => {
  await server.close();
  await leaveTestDatabase(database);
});
beforeEach(async () => {
  world = await createTestWorld();
});

const key = (secret = world.secret) => ({ "x-kynara-key": secret });

/** Opens an approval as an agent does: by asking for what needs one. */
async function open(): Promise<string> {
  const answer = await server.post(
    "/api/v1/decisions/check",
    {
      action: "ehr.read",
      resource: { type: "patient_record", id: "p-100", attrs: { record_type: "diagnosis" } },
    },
    key(),
  );
  const { approval_id } = await answer.json();
  expect(approval_id).toMatch(/^apr_/);
  return approval_id;
}

async function wait(id: string, seconds: number) {
  const started = performance.now();
  const answer = await server.get(`/api/v1/approvals/${id}?wait=${seconds}`, key());
  expect(answer.status).toBe(200);
  const approval = approvalSchema.parse(await answer.json());
  return { approval, milliseconds: performance.now() - started };
}

describe("GET /api/v1/approvals/{id}?wait=", () => {
  test("returns at the vote", async () => {
    const id = await open();
    const waiting = wait(id, 25);
    const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, "waits"))]);
    expect(early).toBe("waits");
    const physician = await world.caller(world.physicians[0]);
    const voted = performance.now();
    await castVote(physician, id, { vote: "approve", reason: "" });
    expect((await waiting).approval.state).toBe("approved");
    expect(performance.now() - voted).toBeLessThan(3000);
  });

  test("returns to everybody who waits", async () => {
    const id = await open();
    const waiting = Promise.all(Array.from({ length: 20 }, () => wait(id, 25)));
    const physician = await world.caller(world.physicians[0]);
    await castVote(physician, id, { vote: "deny", reason: "Wrong patient" });
    expect((await waiting).map(({ approval }) => approval.state)).toEqual(Array(20).fill("denied"));
  });

  test("returns at the expiry, before any job has come by", async () => {
    await world.change("policy.updated", (tx) =>
      tx.policy.update({
        where: { id: world.clinicalPolicyId },
        data: {
          document: {
            ...CLINICAL_POLICY,
            approval: { ...CLINICAL_POLICY.approval, expires_in_seconds: 1 },
          },
        },
      }),
    );
    const { approval, milliseconds } = await wait(await open(), 25);
    expect(approval.state).toBe("expired");
    expect(milliseconds).toBeLessThan(5000);
  });

  test("returns what still waits when the time is up", async () => {
    const { approval, milliseconds } = await wait(await open(), 1);
    expect(approval.state).toBe("pending");
    expect(milliseconds).toBeGreaterThanOrEqual(995);
    expect(milliseconds).toBeLessThan(5000);
  });

  test("returns at once when it is decided already, or when nothing is said of waiting", async () => {
    const id = await open();
    expect((await wait(id, 0)).approval.state).toBe("pending");
    await castVote(await world.caller(world.physicians[0]), id, { vote: "approve", reason: "" });
    const { approval, milliseconds } = await wait(id, 25);
    expect(approval.state).toBe("approved");
    expect(milliseconds).toBeLessThan(3000);
  });

  test.each([
    ["401 to an unknown key", () => key(`sk_live_${"x".repeat(43)}`), "", 401, "unauthenticated"],
    ["422 to a wait that is no number", () => key(), "?wait=soon", 422, "invalid"],
    ["422 to a wait without end", () => key(), "?wait=86400", 422, "invalid"],
    ["422 to an unknown parameter", () => key(), "?await=1", 422, "invalid"],
    ["422 to a parameter given twice", () => key(), "?wait=1&wait=2", 422, "invalid"],
  ])("answers %s and writes nothing", async (_name, headers, query, status, code) => {
    const id = await open();
    const before = (await storedRows(world.organizationId)).length;
    const answer = await server.get(`/api/v1/approvals/${id}${query}`, headers());
    expect({ status: answer.status, code: (await answer.json()).code }).toEqual({ status, code });
    expect(await storedRows(world.organizationId)).toHaveLength(before);
  });

  test("answers 404 to another organization's key, as to an approval that never was", async () => {
    const id = await open();
    const stranger = await createTestWorld();
    const answers = await Promise.all([
      server.get(`/api/v1/approvals/${id}`, key(stranger.secret)),
      server.get("/api/v1/approvals/apr_never", key()),
    ]);
    const problems = await Promise.all(
      answers.map(async (answer) => ({ status: answer.status, detail: (await answer.json()).detail })),
    );
    expect(problems).toEqual(Array(2).fill({ status: 404, detail: "There is no such approval." }));
  });

  test("is left to Next without a key: a person's session is Next's to read", async () => {
    const answer = await server.get(`/api/v1/approvals/${await open()}`);
    expect(await answer.text()).toBe("left to Next");
  });
});
