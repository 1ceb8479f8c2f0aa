import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import { createTestOrganization, snapshot } from "@/lib/server/testing/management";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

type Ids = Record<"agent" | "key" | "issuer" | "binding" | "policy" | "member" | "approval", string>;

let database: TestDatabase;
let ours: { id: string; adminKey: string };
let theirs: { id: string; adminKey: string };
let weakKey: string;
let ids: Ids;

beforeAll(async () => {
  database = await useTestDatabase();
  ours = await createTestOrganization();
  theirs = await createTestOrganization();
  ids = await fill();
  // Nothing is asked for by this permission.
  weakKey = await made("createKey", { name: "weak", permissions: ["settings.read"] }, "secret");
});
afterAll(() => leaveTestDatabase(database));

const app = fileURLToPath(new URL("../../../app", import.meta.url));

async function call(operationId: string, key: string, given: Record<string, string> = {}, body?: unknown) {
  const endpoint = ENDPOINTS.find((one) => one.operationId === operationId);
  if (!endpoint) throw new Error(`There is no operation ${operationId}.`);
  const params = { kind: "resource", type: "patient_record", id: "x", ...given };
  const file = path.join(app, endpoint.path.replace(/\{(\w+)\}/g, "[$1]"), "route.ts");
  const routes = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<
    string,
    (request: Request, context: object) => Promise<Response>
  >;
  const url = `http://localhost${endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name as "id"] ?? "1")}`;
  const request = new Request(url, {
    method: endpoint.method,
    headers: { "content-type": "application/json", ...(key !== "" && { "x-kynara-key": key }) },
    ...(endpoint.body && { body: JSON.stringify(body ?? {}) }),
  });
  const named = Object.fromEntries(
    [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, params[name as "id"] ?? "1"]),
  );
  const handler = routes[endpoint.method];
  if (!handler) throw new Error(`${operationId} has no route.`);
  return handler(request, { params: Promise.resolve(named) });
}

async function made(operationId: string, body: unknown, member = "id"): Promise<string> {
  const answer = await call(operationId, ours.adminKey, {}, body);
  const value = (await answer.json())[member];
  if (typeof value !== "string") throw new Error(`${operationId} answered ${answer.status}.`);
  return value;
}

const POLICY = { display_name: "Ask", effect: "require_approval", actions: ["ehr.read"] };
const ISSUER = {
  name: "Sign-in",
  issuer: "https://login.example.org",
  jwks_uri: "https://login.example.org/jwks",
};
const CHECK = { action: "ehr.read", resource: { type: "patient_record", id: "p-1" } };

async function fill(): Promise<Ids> {
  const agent = await made("createAgent", { name: "An agent" });
  const key = await made("createKey", { name: "k", agent_id: agent });
  const issuer = await made("createTokenIssuer", ISSUER);
  const subject = { issuer_id: issuer, subject: "rounds", agent_id: agent };
  const binding = await made("createTokenBinding", subject);
  const policy = await made("createPolicy", POLICY);
  const member = await made("createMember", { email: "somebody@example.org", name: "Somebody" });
  await made("createRole", { name: "ward_clerk", display_name: "Ward clerk" }, "name");
  await call("putEntity", ours.adminKey, { id: "p-1" }, { display_name: "A patient" });
  const asked = { ...CHECK, subject_type: "agent", subject_id: agent };
  const approval = await made("checkDecision", asked, "approval_id");
  return { agent, key, issuer, binding, policy, member, approval };
}

const named = ENDPOINTS.map((endpoint) => [endpoint.operationId, endpoint] as const);

describe("401 to whoever shows nothing", () => {
  test.each(named.filter(([, { access }]) => access !== "public"))("%s", async (operationId) => {
    expect((await call(operationId, "")).status).toBe(401);
    expect((await call(operationId, `sk_live_${"x".repeat(43)}`)).status).toBe(401);
  });
});

describe("403 to a key without the permission, and nothing is written", () => {
  const guarded = named.filter(([, { access }]) => access !== "public" && access !== "authenticated");
  const bodies: Record<string, () => unknown> = {
    checkDecision: () => ({ ...CHECK, subject_type: "agent", subject_id: ids.agent }),
    accessEvaluation: () => ({
      subject: { type: "agent", id: ids.agent },
      action: { name: "ehr.read" },
      resource: { type: "patient_record", id: "p-1" },
    }),
  };
  bodies.accessEvaluations = () => bodies.accessEvaluation?.();
  test.each(guarded)("%s", async (operationId) => {
    const before = await snapshot(ours.id);
    const answer = await call(operationId, weakKey, { id: ids.agent }, bodies[operationId]?.());
    expect(answer.status).toBe(403);
    expect(await snapshot(ours.id)).toBe(before);
  });
});

describe("404 to another organization's key, and nothing is written", () => {
  const cases: [string, keyof Ids | Record<string, string>, unknown?][] = [
    ["getAgent", "agent"],
    ["updateAgent", "agent", { name: "Mine now" }],
    ["disableAgent", "agent"],
    ["enableAgent", "agent"],
    ["listAgentKeys", "agent"],
    ["createAgentKey", "agent", { name: "k" }],
    ["getKey", "key"],
    ["revokeKey", "key"],
    ["getTokenIssuer", "issuer"],
    ["updateTokenIssuer", "issuer", { disabled: true }],
    ["deleteTokenIssuer", "issuer"],
    ["getTokenBinding", "binding"],
    ["deleteTokenBinding", "binding"],
    ["getPolicy", "policy"],
    ["updatePolicy", "policy", POLICY],
    ["archivePolicy", "policy"],
    ["listPolicyVersions", "policy"],
    ["getPolicyVersion", "policy"],
    ["rollbackPolicy", "policy", { version: 1 }],
    ["getMember", "member"],
    ["updateMember", "member", { name: "Mine now" }],
    ["removeMember", "member"],
    ["getApproval", "approval"],
    ["cancelApproval", "approval"],
    ["getRole", { name: "ward_clerk" }],
    ["updateRole", { name: "ward_clerk" }, { display_name: "Mine now" }],
    ["deleteRole", { name: "ward_clerk" }],
    ["getEntity", { id: "p-1" }],
    ["deleteEntity", { id: "p-1" }],
  ];
  test.each(cases)("%s", async (operationId, of, body) => {
    const before = await snapshot(ours.id);
    const params = typeof of === "string" ? { id: ids[of] } : of;
    const answer = await call(operationId, theirs.adminKey, params, body);
    expect(answer.status).toBe(404);
    expect(await snapshot(ours.id)).toBe(before);
  });

  test.each([
    "listApprovals",
    "listAgents",
    "listKeys",
    "listTokenIssuers",
    "listTokenBindings",
    "listPolicies",
    "listMembers",
    "listAuditEvents",
  ])("%s shows nothing of it", async (operationId) => {
    const text = await (await call(operationId, theirs.adminKey)).text();
    for (const id of [ours.id, ...Object.values(ids)]) expect(text).not.toContain(id);
  });
});

test("a key that may see no approvals sees none", async () => {
  expect((await call("getApproval", weakKey, { id: ids.approval })).status).toBe(404);
  expect(await (await call("listApprovals", weakKey)).text()).not.toContain(ids.approval);
});
