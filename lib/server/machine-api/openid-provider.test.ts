import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as createBinding } from "@/app/api/v1/token-bindings/route";
import { POST as createIssuer } from "@/app/api/v1/token-issuers/route";
import { createAgent } from "@/lib/server/agents";
import { systemCaller } from "@/lib/server/caller";
import { config } from "@/lib/server/config";
import { newId } from "@/lib/server/ids";
import { createPolicy } from "@/lib/server/policies";
import { type MachineServer, startMachineServer } from "@/lib/server/testing/machine-server";
import {
  ask,
  createTestOrganization,
  entriesAfter,
  lastSeq,
  type TestOrganization,
} from "@/lib/server/testing/management";
import { CLIENT_ID, type OpenIdProvider, startOpenIdProvider } from "@/lib/server/testing/openid-provider";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { DEMOGRAPHICS_POLICY } from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let server: MachineServer;
let provider: OpenIdProvider;
let org: TestOrganization;
let agentId: string;
beforeAll(async () => {
  database = await useTestDatabase();
  server = await startMachineServer();
  provider = await startOpenIdProvider();
  org = await createTestOrganization();
  const caller = systemCaller(org.id, newId("req"));
  const agent = { name: "Rounds", description: "", mode: "read_write" as const, owner_user_id: null };
  agentId = (await createAgent(caller, { ...agent, roles: ["agent"], attrs: {}, daily_action_budget: null }))
    .id;
  await createPolicy(caller, { ...DEMOGRAPHICS_POLICY });
});
afterAll(async () => {
  await provider.close();
  await server.close();
  await leaveTestDatabase(database);
});

const check = (token: string) =>
  server.post(
    "/api/v1/decisions/check",
    {
      action: "ehr.read",
      resource: { type: "patient_record", id: "p-1", attrs: { record_type: "demographics" } },
    },
    { authorization: `Bearer ${token}` },
  );

test("given an OpenID provider, when an administrator trusts it and binds a client, then the client's access tokens ask for the agent", async () => {
  const audience = `${config().baseUrl}/orgs/${org.id}`;
  const token = await provider.token(audience);
  expect(decodeProtectedHeader(token)).toMatchObject({ typ: "at+jwt", alg: "RS256" });
  expect(decodeJwt(token)).toMatchObject({ iss: provider.issuer, sub: CLIENT_ID, aud: audience });
  expect((await check(token)).status).toBe(401);

  const issuer = await ask(createIssuer, "POST", {
    key: org.adminKey,
    body: { name: "Hospital sign-in", issuer: provider.issuer, jwks_uri: provider.jwksUri },
  });
  expect(issuer).toMatchObject({ status: 201, body: { audience, algorithms: ["RS256"] } });
  expect((await check(token)).status).toBe(401);

  const binding = await ask(createBinding, "POST", {
    key: org.adminKey,
    body: { issuer_id: issuer.body.id, subject: CLIENT_ID, agent_id: agentId },
  });
  expect(binding.status).toBe(201);
  const seq = await lastSeq(org.id);
  expect(await (await check(token)).json()).toMatchObject({ effect: "allow" });
  expect(await (await check(await provider.token(audience))).json()).toMatchObject({ effect: "allow" });
  expect(await entriesAfter(org.id, seq)).toMatchObject(
    Array(2).fill({
      type: "decision.evaluated",
      actor: { type: "agent", id: agentId },
      data: { token: { binding_id: binding.body.id, subject: CLIENT_ID } },
    }),
  );
});

test("a token that the provider made for another service is refused", async () => {
  const seq = await lastSeq(org.id);
  expect((await check(await provider.token("https://ehr.example.org"))).status).toBe(401);
  expect((await check(await provider.token(`${config().baseUrl}/orgs/${newId("org")}`))).status).toBe(401);
  expect(await lastSeq(org.id)).toBe(seq);
});
