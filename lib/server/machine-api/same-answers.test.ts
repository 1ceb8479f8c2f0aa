import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as evaluation } from "@/app/access/v1/evaluation/route";
import { POST as evaluations } from "@/app/access/v1/evaluations/route";
import { GET as approval } from "@/app/api/v1/approvals/[id]/route";
import { POST as check } from "@/app/api/v1/decisions/check/route";
import { type MachineServer, startMachineServer } from "@/lib/server/testing/machine-server";
import { storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createTestWorld, type TestWorld } from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { MACHINE_PATHS } from "./index";

let database: TestDatabase;
let server: MachineServer;
let world: TestWorld;
let approvalId: string;
beforeAll(async () => {
  database = await useTestDatabase();
  server = await startMachineServer();
  world = await createTestWorld();
  const asked = await server.post("/api/v1/decisions/check", CHECK("diagnosis"), key());
  approvalId = (await asked.json()).approval_id;
});
afterAll(async () => {
  await server.close();
  await leaveTestDatabase(database);
});

const key = () => ({ "x-kynara-key": world.secret });
const json = { "content-type": "application/json" };
const CHECK = (recordType: string) => ({
  action: "ehr.read",
  resource: { type: "patient_record", id: "p-100", attrs: { record_type: recordType } },
});
const EVALUATION = (recordType: string) => ({
  subject: { type: "agent", id: world.agentId },
  action: { name: "ehr.read" },
  resource: { type: "patient_record", id: "p-100", properties: { record_type: recordType } },
});

interface Asked {
  headers?: Record<string, string>;
  body?: string;
  query?: string;
}
interface Surface {
  operation: string;
  method: string;
  path: () => string;
  route: (request: Request) => Promise<Response>;
  asked: Record<string, () => Asked>;
}

const refusals = (body: () => unknown): Surface["asked"] => ({
  "no key": () => ({ headers: json, body: JSON.stringify(body()) }),
  "a wrong key": () => ({ headers: { ...json, "x-kynara-key": "sk_live_no" }, body: JSON.stringify(body()) }),
  "no JSON": () => ({ headers: { ...json, ...key() }, body: "{" }),
  "an empty body": () => ({ headers: { ...json, ...key() }, body: "" }),
  "a body that is no object": () => ({ headers: { ...json, ...key() }, body: "[]" }),
  "a body that is too large": () => ({
    headers: { ...json, ...key() },
    body: JSON.stringify({ note: "x".repeat(1_048_577) }),
  }),
  "an X-Request-ID": () => ({
    headers: { ...json, ...key(), "x-request-id": "ward 7; again" },
    body: JSON.stringify(body()),
  }),
  "another type": () => ({
    headers: { "content-type": "text/plain", ...key() },
    body: JSON.stringify(body()),
  }),
});
const decided = (body: (recordType: string) => unknown): Surface["asked"] =>
  Object.fromEntries(
    ["demographics", "genome", "diagnosis"].map((recordType) => [
      `a request for ${recordType}`,
      () => ({ headers: { ...json, ...key() }, body: JSON.stringify(body(recordType)) }),
    ]),
  );

const SURFACES: Surface[] = [
  {
    operation: "check",
    method: "POST",
    path: () => "/api/v1/decisions/check",
    route: check,
    asked: { ...decided(CHECK), ...refusals(() => CHECK("demographics")) },
  },
  {
    operation: "evaluation",
    method: "POST",
    path: () => "/access/v1/evaluation",
    route: evaluation,
    asked: { ...decided(EVALUATION), ...refusals(() => EVALUATION("demographics")) },
  },
  {
    operation: "evaluations",
    method: "POST",
    path: () => "/access/v1/evaluations",
    route: evaluations,
    asked: {
      ...decided((recordType) => ({ evaluations: [EVALUATION(recordType), {}, EVALUATION("genome")] })),
      ...refusals(() => EVALUATION("demographics")),
    },
  },
  {
    operation: "approval",
    method: "GET",
    path: () => `/api/v1/approvals/${approvalId}`,
    route: (request) => approval(request, { params: Promise.resolve({ id: approvalId }) }),
    asked: {
      "a key": () => ({ headers: key() }),
      "a wait": () => ({ headers: key(), query: "?wait=1" }),
      "a wait that is none": () => ({ headers: key(), query: "?wait=soon" }),
      "a wrong key": () => ({ headers: { authorization: "Bearer sk_live_no" } }),
      "an X-Request-ID": () => ({ headers: { ...key(), "x-request-id": "ward-7" } }),
    },
  },
];

/** What has to be the same: all but the ids and hours that are new with every request. */
async function comparable(answer: Response) {
  const body = (await answer.text())
    .replaceAll(/\b(req|dec)_[0-9A-Za-z]+/g, "$1_…")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "…");
  const headers = Object.fromEntries(
    ["content-type", "cache-control", "www-authenticate", "retry-after", "x-request-id"].map((name) => [
      name,
      answer.headers.get(name)?.replace(/^req_.*/, "req_…") ?? null,
    ]),
  );
  return { status: answer.status, headers, body };
}

const cases = SURFACES.flatMap((surface) =>
  Object.entries(surface.asked).map(([name, asked]) => ({
    surface,
    name,
    asked,
    operation: surface.operation,
  })),
);

describe("the function that app/ exports and the path before Next answer the same", () => {
  test("every machine path is compared", () => {
    for (const { method, path } of MACHINE_PATHS) {
      const found = SURFACES.filter((surface) => surface.method === method && path.test(surface.path()));
      expect(found, `${method} ${path}`).toHaveLength(1);
    }
  });

  test.each(cases)("$operation to $name", async ({ surface, asked }) => {
    const { headers = {}, body, query = "" } = asked();
    const url = server.url + surface.path() + query;
    const request = { method: surface.method, headers, ...(body !== undefined && { body }) };
    const before = (await storedRows(world.organizationId)).length;
    const machine = await comparable(await fetch(url, request));
    const between = (await storedRows(world.organizationId)).length;
    const next = await comparable(await surface.route(new Request(url, request)));
    const after = (await storedRows(world.organizationId)).length;
    expect(next).toEqual(machine);
    expect(after - between).toBe(between - before);
  });
});
