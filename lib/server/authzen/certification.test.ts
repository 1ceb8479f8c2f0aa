import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluationResponse } from "@/lib/contracts/authzen";
import { newId } from "@/lib/server/ids";
import { type MachineServer, startMachineServer } from "@/lib/server/testing/machine-server";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createTestWorld, insertPolicy, type TestWorld } from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

// The levels Basic and Batch of the certification scenario for AuthZEN Authorization API 1.0, on a fixture that keeps
// its eight rules: a subject of the directory, policies over properties, and a key for any subject.

let database: TestDatabase;
let server: MachineServer;
let world: TestWorld;
beforeAll(async () => {
  database = await useTestDatabase();
  server = await startMachineServer();
  world = await createTestWorld();
  await setUpFixture(world);
});
afterAll(async () => {
  await server.close();
  await leaveTestDatabase(database);
});

const eq = (path: string, value: string | boolean) => ({ op: "eq", args: [path, value] });
const POLICIES = [
  { display_name: "Everybody reads", actions: ["read"] },
  {
    display_name: "Alice writes what is active",
    actions: ["write"],
    condition: {
      op: "and",
      args: [eq("ctx.subject.id", "alice"), eq("ctx.resource.attrs.status", "active")],
    },
  },
  {
    display_name: "Administrators write what is archived",
    actions: ["write"],
    condition: {
      op: "and",
      args: [eq("ctx.subject.attrs.role", "admin"), eq("ctx.resource.attrs.status", "archived")],
    },
  },
  {
    display_name: "Deleting softly",
    actions: ["delete"],
    condition: eq("ctx.action.attrs.soft", true),
  },
];

async function setUpFixture({ organizationId, change }: TestWorld): Promise<void> {
  await change("settings.changed", async (tx) => {
    await tx.role.create({
      data: {
        orgId: organizationId,
        name: "clerk",
        displayName: "Clerk",
        permissions: [],
        allows: [{ actions: ["read", "write", "delete"], resource_types: ["record"] }],
      },
    });
    const entities = [
      { kind: "subject", type: "user", id: "alice", attrs: { roles: ["clerk"] } },
      { kind: "subject", type: "user", id: "bob", attrs: { roles: ["clerk"] } },
      { kind: "resource", type: "record", id: "record-1", attrs: { status: "active" } },
      { kind: "resource", type: "record", id: "record-2", attrs: { status: "archived" } },
    ];
    for (const entity of entities) await tx.entity.create({ data: { orgId: organizationId, ...entity } });
    for (const policy of POLICIES)
      await insertPolicy(tx, organizationId, newId("pol"), { effect: "allow", priority: 100, ...policy });
    await tx.apiKey.updateMany({
      where: { orgId: organizationId },
      data: { agentId: null, permissions: ["decisions.check_any"] },
    });
  });
}

const ONE = "/access/v1/evaluation";
const MANY = "/access/v1/evaluations";
const alice = { type: "user", id: "alice" };
const bob = { type: "user", id: "bob" };
const bobAsAdmin = { ...bob, properties: { role: "admin" } };
const read = { name: "read" };
const write = { name: "write" };
const remove = (soft: boolean) => ({ name: "delete", properties: { soft } });
const active = { type: "record", id: "record-1" };
const archived = { type: "record", id: "record-2", properties: { status: "archived" } };
const valid = { subject: alice, action: read, resource: active };

const ask = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.post(path, body, { authorization: `Bearer ${world.secret}`, ...headers });

async function answered(path: string, body: unknown) {
  const answer = await ask(path, body);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json");
  return answer.json();
}
const decisions = (answer: { evaluations: { decision: boolean }[] }) =>
  answer.evaluations.map((one) => evaluationResponse.parse(one).decision);

describe("an access evaluation", () => {
  test.each([
    ["alice reads record-1", alice, read, active, true],
    ["alice writes record-1", alice, write, active, true],
    ["bob reads record-1", bob, read, active, true],
    ["bob writes record-1", bob, write, active, false],
    ["alice writes what is archived", alice, write, archived, false],
    ["an administrator writes what is archived", bobAsAdmin, write, archived, true],
    ["alice deletes softly", alice, remove(true), active, true],
    ["alice deletes for good", alice, remove(false), active, false],
  ])("%s", async (_name, subject, action, resource, decision) => {
    const answer = await answered(ONE, { subject, action, resource });
    expect(evaluationResponse.parse(answer).decision).toBe(decision);
  });

  test.each([
    ["context", { ...valid, context: { time: "2026-01-02T03:04-07:00", ip: "10.1.1.1" } }],
    [
      "more properties",
      {
        subject: { ...alice, properties: { department: "Ward", role: "manager" } },
        action: { ...read, properties: { method: "GET" } },
        resource: { ...active, properties: { status: "active", owner: "bob" } },
      },
    ],
    ["members that nobody knows", { ...valid, later: { nested: [true] }, subject: { ...alice, realm: "x" } }],
  ])("takes %s", async (_name, body) => {
    expect((await answered(ONE, body)).decision).toBe(true);
  });

  test("answers the same however often it is asked", async () => {
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push((await answered(ONE, valid)).decision);
    expect(answers).toEqual([true, true, true, true, true]);
  });

  const without = (name: "subject" | "action" | "resource") =>
    Object.fromEntries(Object.entries(valid).filter(([member]) => member !== name));
  const wrong: [string, unknown][] = [
    ["no subject", without("subject")],
    ["no action", without("action")],
    ["no resource", without("resource")],
    ["a subject without type", { ...valid, subject: { id: "alice" } }],
    ["a subject without id", { ...valid, subject: { type: "user" } }],
    ["an action without name", { ...valid, action: {} }],
    ["a resource without type", { ...valid, resource: { id: "record-1" } }],
    ["a resource without id", { ...valid, resource: { type: "record" } }],
    ["a subject that is text", { ...valid, subject: "alice" }],
    ["a subject that is null", { ...valid, subject: null }],
    ["an action whose name is a number", { ...valid, action: { name: 5 } }],
    ["properties that are a list", { ...valid, resource: { ...active, properties: [] } }],
    ["context that is text", { ...valid, context: "ward" }],
    ["a list", [valid]],
    ["text instead of JSON", "subject=alice"],
    ["JSON that breaks off", JSON.stringify(valid).slice(0, -1)],
    ["an empty body", ""],
  ];
  test.each(wrong)("with %s is a bad request", async (_name, body) => {
    for (const path of [ONE, MANY]) {
      const answer = await ask(path, body);
      expect({ path, status: answer.status }).toEqual({ path, status: 400 });
      expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
      expect(await answer.text()).toMatch(/\S.*\.$/);
    }
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "text/json"])(
    "of the type %s is a bad request",
    async (type) => {
      for (const path of [ONE, MANY]) {
        const answer = await ask(path, JSON.stringify(valid), { "content-type": type });
        expect({ path, status: answer.status }).toEqual({ path, status: 400 });
      }
    },
  );

  test.each(["application/json; charset=utf-8", "Application/JSON"])(
    "may be of the type %s",
    async (type) => {
      expect((await ask(ONE, valid, { "content-type": type })).status).toBe(200);
    },
  );

  test.each([
    ["a UUID", "bfe9eb29-ab87-4ca3-be83-a1d5d8305716"],
    ["any other string", 'ward 7; "Jane" / 42, again'],
    ["a long one", "r".repeat(2000)],
  ])("has its X-Request-ID echoed: %s", async (_name, id) => {
    for (const body of [valid, "{"]) {
      expect((await ask(ONE, body, { "x-request-id": id })).headers.get("x-request-id")).toBe(id);
      expect((await ask(MANY, body, { "x-request-id": id })).headers.get("x-request-id")).toBe(id);
    }
  });

  test("needs no X-Request-ID", async () => {
    expect((await ask(ONE, valid)).headers.get("x-request-id")).toMatch(/^req_/);
  });
});

describe("access evaluations", () => {
  const both = { evaluations: [{ resource: active }, { resource: archived }] };

  test("are answered each, in their order", async () => {
    const answer = await answered(MANY, {
      subject: bob,
      resource: active,
      evaluations: [{ action: read }, { action: write }],
    });
    expect(decisions(answer)).toEqual([true, false]);
    expect(answer.decision).toBeUndefined();
  });

  test.each([
    ["with defaults for subject and action", { subject: alice, action: read, ...both }, [true, true]],
    ["by the properties of each resource", { subject: alice, action: write, ...both }, [true, false]],
    [
      "by the properties of each subject",
      { action: write, resource: archived, evaluations: [{ subject: alice }, { subject: bobAsAdmin }] },
      [false, true],
    ],
    [
      "without defaults",
      { evaluations: [valid, { subject: bob, action: write, resource: active }] },
      [true, false],
    ],
    [
      "with a context of their own",
      {
        subject: alice,
        action: read,
        context: { time: "2026-01-02T03:04-07:00" },
        evaluations: [{ resource: active }, { resource: archived, context: { source: "override" } }],
      },
      [true, true],
    ],
    [
      "from nothing but defaults",
      {
        subject: alice,
        action: write,
        resource: { ...active, properties: { status: "active" } },
        evaluations: [{}, { resource: archived }],
      },
      [true, false],
    ],
    [
      "with entities replaced whole: the default's properties are not merged into them",
      {
        subject: bobAsAdmin,
        action: write,
        resource: archived,
        evaluations: [{}, { subject: bob }],
      },
      [true, false],
    ],
  ])("are decided %s", async (_name, body, expected) => {
    expect(decisions(await answered(MANY, body))).toEqual(expected);
  });

  test("of which one is wrong deny that one, and say why", async () => {
    const answer = await answered(MANY, {
      subject: alice,
      action: read,
      options: { evaluations_semantic: "execute_all", of_tomorrow: 1 },
      evaluations: [
        { resource: active },
        {},
        "nonsense",
        { resource: { type: "record" } },
        { resource: active },
      ],
    });
    expect(decisions(answer)).toEqual([true, false, false, false, true]);
    const wrong = answer.evaluations.slice(1, 4);
    for (const { context } of wrong)
      expect(context.error).toEqual({ status: 400, message: expect.any(String) });
    expect(wrong[2].context.error.message).toContain("/resource/id");
  });

  test.each([
    ["absent", valid],
    ["empty", { ...valid, evaluations: [] }],
  ])("that are %s are a single evaluation", async (_name, body) => {
    const answer = await answered(MANY, body);
    expect(evaluationResponse.parse(answer).decision).toBe(true);
    expect(answer.evaluations).toBeUndefined();
  });

  test.each([
    ["evaluations that are no list", { ...valid, evaluations: valid }],
    ["a default that is wrong", { ...valid, subject: "alice", evaluations: [valid] }],
    ["an unknown semantic", { evaluations: [valid], options: { evaluations_semantic: "any" } }],
    ["options that are no object", { evaluations: [valid], options: "execute_all" }],
    ["more than it takes", { evaluations: Array.from({ length: 257 }, () => valid) }],
  ])("with %s are a bad request", async (_name, body) => {
    expect((await ask(MANY, body)).status).toBe(400);
  });
});
