import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getConfiguration } from "@/app/.well-known/authzen-configuration/route";
import { authzenConfiguration, evaluationResponse } from "@/lib/contracts/authzen";
import { castVote } from "@/lib/server/approvals";
import { type DatabaseGate, openDatabaseGate } from "@/lib/server/testing/database-gate";
import { type MachineServer, startMachineServer } from "@/lib/server/testing/machine-server";
import { storedRows, verifyStored } from "@/lib/server/testing/stored-log";
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
  process.env.KYNARA_BASE_URL = "https://pdp.example.org/";
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

const ONE = "/access/v1/evaluation";
const MANY = "/access/v1/evaluations";
const key = () => ({ "x-kynara-key": world.secret });
const subject = () => ({ type: "agent", id: world.agentId });
const read = { name: "ehr.read" };
const record = (recordType: string, id = "p-100") => ({
  type: "patient_record",
  id,
  properties: { record_type: recordType },
});
const reading = (recordType: string, context?: unknown) => ({
  subject: subject(),
  action: read,
  resource: record(recordType),
  ...(context !== undefined && { context }),
});
const entries = async () => (await storedRows(world.organizationId)).map((row) => JSON.parse(row.canonical));
const decided = async () => (await entries()).filter((entry) => entry.type === "decision.evaluated");

async function evaluate(body: unknown) {
  const answer = await server.post(ONE, body, key());
  expect(answer.status).toBe(200);
  return evaluationResponse.parse(await answer.json());
}
async function evaluateAll(recordTypes: readonly string[], semantic?: string) {
  const answer = await server.post(
    MANY,
    {
      subject: subject(),
      action: read,
      evaluations: recordTypes.map((recordType) => ({ resource: record(recordType) })),
      ...(semantic && { options: { evaluations_semantic: semantic } }),
    },
    key(),
  );
  expect(answer.status).toBe(200);
  return (await answer.json()).evaluations.map((one: unknown) => evaluationResponse.parse(one));
}
const booleans = (answers: { decision: boolean }[]) => answers.map(({ decision }) => decision);

describe("an evaluation's answer", () => {
  test("to what is allowed says by which policy, and is recorded", async () => {
    const { decision, context } = await evaluate(reading("demographics"));
    expect(decision).toBe(true);
    expect(context).toMatchObject({ effect: "allow", reason: "policy", obligations: [] });
    expect(context.reason_admin).toBeUndefined();
    expect((await decided()).at(-1)?.data.decision_id).toBe(context.decision_id);
  });

  test("to what is denied has a reason for administrators and one for users", async () => {
    const { decision, context } = await evaluate(reading("genome"));
    expect(decision).toBe(false);
    expect(context).toMatchObject({
      effect: "deny",
      reason: "no_matching_policy",
      reason_admin: { 403: expect.stringContaining("No policy") },
      reason_user: { 403: expect.any(String) },
    });
    expect(Object.keys(context)).not.toContain("matched_policy_id");
  });

  test("to what needs an approval is no, with where to wait for it; the approval makes it yes, once", async () => {
    const asked = await evaluate(reading("diagnosis"));
    expect(asked).toMatchObject({
      decision: false,
      context: {
        effect: "require_approval",
        reason: "approval_required",
        approval_id: expect.stringMatching(/^apr_/),
      },
    });
    const id = asked.context.approval_id as string;
    expect(asked.context.approval_url).toContain(id);
    expect(Date.parse(asked.context.expires_at as string)).toBeGreaterThan(Date.now());
    const physician = await world.caller(world.physicians[0]);
    await castVote(physician, id, { vote: "approve", reason: "" });
    const again = reading("diagnosis", { approval_id: id });
    expect(await evaluate(again)).toMatchObject({ decision: true, context: { reason: "approval_granted" } });
    expect(await evaluate(again)).toMatchObject({
      decision: false,
      context: { reason: "approval_not_valid" },
    });
  });

  test("takes an approval as the Access Request and Approval Profile hands it back", async () => {
    const id = (await evaluate(reading("diagnosis"))).context.approval_id as string;
    await castVote(await world.caller(world.physicians[0]), id, { vote: "approve", reason: "" });
    const approval = { id, approved_at: "2026-01-01T00:00:00Z", approved_until: "2099-01-01T00:00:00Z" };
    expect(await evaluate(reading("diagnosis", { approval }))).toMatchObject({ decision: true });
  });

  test("is the same decision, and opens the same approval, as our own API's", async () => {
    const own = await server.post(
      "/api/v1/decisions/check",
      {
        action: "ehr.read",
        resource: { type: "patient_record", id: "p-100", attrs: { record_type: "diagnosis" } },
        on_behalf_of_user_id: world.physicians[0],
        context: { purpose: "TREAT" },
      },
      key(),
    );
    const standard = await evaluate(
      reading("diagnosis", { purpose: "TREAT", on_behalf_of_user_id: world.physicians[0] }),
    );
    expect(standard.context.approval_id).toBe((await own.json()).approval_id);
    const [first, second] = (await decided()).map(({ data }) => data);
    for (const data of [first, second]) for (const name of ["decision_id", "request_id"]) delete data[name];
    const unsealed = (data: unknown) =>
      JSON.parse(JSON.stringify(data).replace(/"sealed":"[0-9a-f]{64}"/g, '"sealed":""'));
    expect(unsealed(second)).toEqual(unsealed(first));
  });

  test("is cut to what the person acted for may do", async () => {
    const answer = await evaluate(reading("demographics", { on_behalf_of_user_id: "usr_unknown" }));
    expect(answer).toMatchObject({ decision: false, context: { reason: "principal_unknown" } });
  });

  test("to a subject of a type that nobody knows is no", async () => {
    await world.change("key.changed", (tx) =>
      tx.apiKey.updateMany({
        where: { orgId: world.organizationId },
        data: { permissions: ["decisions.check_any"] },
      }),
    );
    const answer = await evaluate({ ...reading("demographics"), subject: { type: "spaceship", id: "ufo" } });
    expect(answer).toMatchObject({ decision: false, context: { reason: "subject_unknown" } });
  });
});

describe("a request that is refused writes nothing:", () => {
  const batch = () => ({ evaluations: [reading("demographics"), reading("demographics")] });
  const foreign = () => ({ ...reading("demographics"), subject: { type: "user", id: "alice" } });
  test.each<[string, number, () => unknown, Record<string, string>]>([
    ["no key", 401, () => reading("demographics"), {}],
    ["a wrong key", 401, () => reading("demographics"), { authorization: "Bearer sk_live_wrong" }],
    ["a wrong key and a body that is wrong too", 401, () => "{", { "x-kynara-key": "sk_live_wrong" }],
    ["another subject than the key's own agent", 403, foreign, { own: "1" }],
    [
      "an approval's id that is none",
      400,
      () => reading("diagnosis", { approval_id: "dec_1" }),
      { own: "1" },
    ],
    [
      "a person acted for who is no text",
      400,
      () => reading("diagnosis", { on_behalf_of_user_id: 1 }),
      { own: "1" },
    ],
    ["a name that is none", 400, () => ({ ...reading("x"), action: { name: "read it all!" } }), { own: "1" }],
    ["more than a mebibyte", 413, () => reading("x", { note: "x".repeat(1_048_577) }), { own: "1" }],
  ])("%s is %i", async (_name, status, body, { own, ...headers }) => {
    const before = (await entries()).length;
    const sent = own ? key() : headers;
    const answer = await server.post(ONE, body(), sent);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(answer.headers.get("www-authenticate") !== null).toBe(status === 401);
    const many = await server.post(MANY, status === 401 ? batch() : body(), sent);
    expect(many.status).toBe(status);
    expect(await entries()).toHaveLength(before);
  });

  test("a batch in which no evaluation may be asked is 403, one in which some may be is answered", async () => {
    const before = (await entries()).length;
    const none = await server.post(MANY, { evaluations: [foreign(), foreign()] }, key());
    expect(none.status).toBe(403);
    expect(await entries()).toHaveLength(before);
    const some = await server.post(MANY, { evaluations: [foreign(), reading("demographics")] }, key());
    expect(some.status).toBe(200);
    const { evaluations } = await some.json();
    expect(booleans(evaluations)).toEqual([false, true]);
    expect(evaluations[0].context.error.status).toBe(403);
    expect(await entries()).toHaveLength(before + 1);
  });

  test("the wrong region is 421, recorded as a refusal", async () => {
    await world.change("settings.changed", (tx) =>
      tx.organization.update({ where: { id: world.organizationId }, data: { region: "eu-west" } }),
    );
    expect((await server.postOnce(ONE, reading("demographics"), key())).status).toBe(421);
    expect((await server.postOnce(MANY, { evaluations: [reading("demographics")] }, key())).status).toBe(421);
    expect((await entries()).slice(-2).map((entry) => entry.type)).toEqual([
      "residency.refused",
      "residency.refused",
    ]);
    expect(await decided()).toHaveLength(0);
  });

  test("a database that is gone is 503, for one and for many", async () => {
    await evaluate(reading("demographics"));
    await gate.shut();
    try {
      for (const [path, body] of [
        [ONE, reading("demographics")],
        [MANY, { evaluations: [reading("demographics"), reading("genome")] }],
      ] as const) {
        const answer = await server.post(path, body, key());
        expect({ path, status: answer.status }).toEqual({ path, status: 503 });
        expect(answer.headers.get("retry-after")).toBe("1");
      }
    } finally {
      await gate.open();
    }
    await expect
      .poll(async () => (await server.post(ONE, reading("demographics"), key())).status, { timeout: 10_000 })
      .toBe(200);
    expect(await decided()).toHaveLength(2);
  });
});

describe("the semantic", () => {
  const types = ["demographics", "genome", "demographics", "diagnosis"];

  test.each([undefined, "execute_all"])("%s decides and records all", async (semantic) => {
    const answers = await evaluateAll(types, semantic);
    expect(booleans(answers)).toEqual([true, false, true, false]);
    expect((await decided()).map(({ data }) => data.decision_id).sort()).toEqual(
      answers.map(({ context }: { context: { decision_id: string } }) => context.decision_id).sort(),
    );
  });

  test.each([
    ["deny_on_first_deny", ["demographics", "genome", "demographics"], [true, false]],
    ["deny_on_first_deny", ["demographics", "demographics"], [true, true]],
    ["deny_on_first_deny", ["diagnosis", "demographics"], [false]],
    ["permit_on_first_permit", ["genome", "demographics", "genome"], [false, true]],
    ["permit_on_first_permit", ["genome", "diagnosis"], [false, false]],
    ["permit_on_first_permit", ["demographics", "genome"], [true]],
  ])("%s stops there, and what stands behind is not decided: %j", async (semantic, asked, expected) => {
    expect(booleans(await evaluateAll(asked, semantic))).toEqual(expected);
    expect(await decided()).toHaveLength(expected.length);
  });

  test("deny_on_first_deny takes a failure for a denial", async () => {
    const answer = await server.post(
      MANY,
      {
        subject: subject(),
        action: read,
        options: { evaluations_semantic: "deny_on_first_deny" },
        evaluations: [{ resource: record("demographics") }, {}, { resource: record("demographics") }],
      },
      key(),
    );
    expect(booleans((await answer.json()).evaluations)).toEqual([true, false]);
    expect(await decided()).toHaveLength(1);
  });
});

describe("a batch", () => {
  test("of the most evaluations keeps their order and one chain", async () => {
    const asked = Array.from({ length: 256 }, (_, i) => (i % 3 === 0 ? "demographics" : "genome"));
    expect(booleans(await evaluateAll(asked))).toEqual(asked.map((type) => type === "demographics"));
    expect(await decided()).toHaveLength(256);
    expect(await verifyStored(world.organizationId)).toMatchObject({ kind: "holds", rootMatches: true });
  });

  test("whose evaluations all need approvals opens one for each, and joins the same", async () => {
    const patients = Array.from({ length: 256 }, (_, i) => `p-${i % 128}`);
    const answer = await server.post(
      MANY,
      {
        subject: subject(),
        action: read,
        evaluations: patients.map((id) => ({ resource: record("diagnosis", id) })),
      },
      key(),
    );
    const { evaluations } = await answer.json();
    const ids = evaluations.map(({ context }: { context: { approval_id: string } }) => context.approval_id);
    expect(ids.every((id: string) => /^apr_/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(128);
    expect(ids.slice(0, 128)).toEqual(ids.slice(128));
  });

  test("never uses one approval twice", async () => {
    const id = (await evaluate(reading("diagnosis"))).context.approval_id as string;
    await castVote(await world.caller(world.physicians[0]), id, { vote: "approve", reason: "" });
    const answer = await server.post(
      MANY,
      { ...reading("diagnosis", { approval_id: id }), evaluations: [{}, {}, {}, {}] },
      key(),
    );
    const { evaluations } = await answer.json();
    expect(booleans(evaluations).filter(Boolean)).toHaveLength(1);
  });
});

test("the metadata names this decision point and only what exists", async () => {
  const answer = await getConfiguration(
    new Request("https://pdp.example.org/.well-known/authzen-configuration", {
      headers: { "x-request-id": "meta-1" },
    }),
    { params: Promise.resolve({}) },
  );
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(answer.headers.get("x-request-id")).toBe("meta-1");
  expect(authzenConfiguration.strict().parse(await answer.json())).toEqual({
    policy_decision_point: "https://pdp.example.org",
    access_evaluation_endpoint: "https://pdp.example.org/access/v1/evaluation",
    access_evaluations_endpoint: "https://pdp.example.org/access/v1/evaluations",
  });
});
