import { generateKeyPairSync } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getBinding, DELETE as unbind } from "@/app/api/v1/token-bindings/[id]/route";
import { POST as bind, GET as listBindings } from "@/app/api/v1/token-bindings/route";
import { GET as get, DELETE as remove, PATCH as update } from "@/app/api/v1/token-issuers/[id]/route";
import { POST as create, GET as list } from "@/app/api/v1/token-issuers/route";
import { createAgent } from "@/lib/server/agents";
import { systemCaller } from "@/lib/server/caller";
import { config } from "@/lib/server/config";
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
import { jwksOf, newSigningKey, type SigningKey } from "@/lib/server/testing/token-issuer";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let key: SigningKey;
let org: TestOrganization;
let agentId: string;
beforeAll(async () => {
  database = await useTestDatabase();
  key = await newSigningKey("ES256");
});
afterAll(() => leaveTestDatabase(database));
beforeEach(async () => {
  org = await createTestOrganization();
  agentId = await agentOf(org);
});

async function agentOf({ id }: TestOrganization): Promise<string> {
  const agent = { name: "Reader", description: "", mode: "read_write" as const, owner_user_id: null };
  const fields = { ...agent, roles: ["agent"], attrs: {}, daily_action_budget: null };
  return (await createAgent(systemCaller(id, newId("req")), fields)).id;
}

const issuer = (more: object = {}) => ({
  name: "Hospital sign-in",
  issuer: "https://login.example.org/",
  algorithms: ["ES256"],
  jwks: jwksOf(key),
  ...more,
});
const post = (handler: typeof create, body: unknown, of = org) =>
  ask(handler, "POST", { key: of.adminKey, body });
const at = (id: unknown) => ({ key: org.adminKey, params: { id: String(id) } });
const made = async (more: object = {}) => (await post(create, issuer(more))).body;
const bound = async (more: object = {}) =>
  post(bind, { issuer_id: (await made()).id, subject: "rounds", agent_id: agentId, ...more });

describe("trusted issuers", () => {
  test("201: an issuer is trusted for the organization's own audience, and the log names its keys", async () => {
    const seq = await lastSeq(org.id);
    const { status, body } = await post(create, issuer());
    expect(status).toBe(201);
    const audience = `${config().baseUrl}/orgs/${org.id}`;
    expect(body).toMatchObject({ ...issuer(), audience, jwks_uri: null, disabled: false });
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      {
        type: "key.issuer_trusted",
        data: {
          issuer_id: body.id,
          issuer: "https://login.example.org/",
          audience,
          key_thumbprints: [await calculateJwkThumbprint(key.publicJwk)],
        },
      },
    ]);
    expect((await ask(get, "GET", at(body.id))).body).toEqual(body);
  });

  test.each(["RS256", "EdDSA"])("the log names %s keys by their thumbprint too", async (alg) => {
    const other = await newSigningKey(alg);
    const seq = await lastSeq(org.id);
    await made({ jwks: jwksOf(other) });
    expect((await entriesAfter(org.id, seq))[0]?.data.key_thumbprints).toEqual([
      await calculateJwkThumbprint(other.publicJwk),
    ]);
  });

  test("200: changes what is named and leaves the rest, telling a change once", async () => {
    const { id, ...before } = await made();
    const seq = await lastSeq(org.id);
    const jwks_uri = "https://login.example.org/jwks";
    const changed = await ask(update, "PATCH", { ...at(id), body: { jwks_uri, disabled: true } });
    expect(changed.body).toMatchObject({ name: before.name, jwks: null, jwks_uri, disabled: true });
    await ask(update, "PATCH", { ...at(id), body: { jwks_uri, disabled: true } });
    await ask(update, "PATCH", { ...at(id), body: {} });
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "key.issuer_changed", data: { jwks_uri, key_thumbprints: null, disabled: true } },
    ]);
    const back = await ask(update, "PATCH", { ...at(id), body: { jwks: jwksOf(key) } });
    expect(back.body).toMatchObject({ jwks: jwksOf(key), jwks_uri: null, disabled: true });
  });

  test("204: goes with its bindings, each told; and may be trusted anew", async () => {
    const { body: binding } = await bound();
    const seq = await lastSeq(org.id);
    expect((await ask(remove, "DELETE", at(binding.issuer_id))).status).toBe(204);
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "key.issuer_removed", data: { issuer_id: binding.issuer_id } },
      { type: "key.subject_unbound", data: { binding_id: binding.id, agent_id: agentId } },
    ]);
    expect((await ask(getBinding, "GET", at(binding.id))).status).toBe(404);
    expect((await ask(remove, "DELETE", at(binding.issuer_id))).status).toBe(404);
    expect((await post(create, issuer())).status).toBe(201);
  });

  test("200: a list goes on where its cursor says", async () => {
    const ids: unknown[] = [];
    for (const n of [1, 2, 3]) ids.push((await made({ issuer: `https://${n}.example.org` })).id);
    const first = await ask(list, "GET", { key: org.adminKey, query: { limit: "2" } });
    const cursor = String(first.body.next_cursor);
    const rest = await ask(list, "GET", { key: org.adminKey, query: { limit: "2", cursor } });
    const listed = [first, rest].flatMap(({ body }) => body.items as { id: string }[]);
    expect(listed.map(({ id }) => id)).toEqual(ids);
    expect(rest.body.next_cursor).toBeNull();
  });

  test("of two requests in the same instant one is trusted", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post(create, issuer())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test("201: another organization may trust the same issuer, for itself", async () => {
    await made();
    const other = await createTestOrganization();
    const theirs = await post(create, issuer(), other);
    expect(theirs).toMatchObject({ status: 201, body: { audience: expect.stringContaining(other.id) } });
  });

  test("201: an audience of one's own ends with the organization", async () => {
    const audience = `api://0b1c/${org.id}`;
    expect(await made({ audience })).toMatchObject({ audience });
  });

  describe("a refusal writes nothing", () => {
    const refused = async (status: number, pointer: string, body: unknown) => {
      const before = await snapshot(org.id);
      const answer = await post(create, body);
      expect(answer.status).toBe(status);
      const errors = (answer.body.errors ?? []) as { pointer: string }[];
      expect(errors[0]?.pointer ?? "").toBe(pointer);
      expect(await snapshot(org.id)).toBe(before);
    };
    const weak = generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey.export({ format: "jwk" });
    test("422: another organization's audience", () =>
      refused(422, "/audience", issuer({ audience: `https://kynara.example.org/orgs/${newId("org")}` })));
    test("422: an audience that only contains the organization", () =>
      refused(422, "/audience", issuer({ audience: `${org.id}/else` })));
    test("422: an audience in which the organization is only the end of a word", () =>
      refused(422, "/audience", issuer({ audience: `https://example.org/not${org.id}` })));
    test("422: a key that is too weak", () =>
      refused(422, "/jwks/keys/0", issuer({ jwks: { keys: [weak] } })));
    test("422: a point that is not on its curve", () =>
      refused(422, "/jwks/keys/0", issuer({ jwks: { keys: [{ ...key.publicJwk, y: key.publicJwk.x }] } })));
    test("422: a private key", () =>
      refused(422, "/jwks/keys/0/d", issuer({ jwks: { keys: [{ ...key.publicJwk, d: "AQAB" }] } })));
  });
});

describe("bindings", () => {
  test("201: a subject signs in an agent, and the log says so", async () => {
    const seq = await lastSeq(org.id);
    const { status, body } = await bound({ claims: { workflow: "rounds", run: 7, protected: true } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      issuer: "https://login.example.org/",
      subject: "rounds",
      claims: { workflow: "rounds", run: 7, protected: true },
      agent_id: agentId,
    });
    expect((await entriesAfter(org.id, seq)).at(-1)).toMatchObject({
      type: "key.subject_bound",
      data: { binding_id: body.id, issuer_id: body.issuer_id, subject: "rounds", agent_id: agentId },
    });
    expect((await ask(getBinding, "GET", at(body.id))).body).toEqual(body);
  });

  test("200: lists those of one agent, or of one issuer", async () => {
    const { body } = await bound();
    const other = await agentOf(org);
    await post(bind, { issuer_id: body.issuer_id, subject: "other", agent_id: other });
    const listed = async (query: Record<string, string>) => {
      const answer = await ask(listBindings, "GET", { key: org.adminKey, query });
      return (answer.body.items as { subject: string }[]).map(({ subject }) => subject);
    };
    expect(await listed({ agent_id: agentId })).toEqual(["rounds"]);
    expect(await listed({ issuer_id: String(body.issuer_id) })).toEqual(["rounds", "other"]);
    const missing = { key: org.adminKey, query: { agent_id: newId("agt") } };
    expect((await ask(listBindings, "GET", missing)).status).toBe(404);
  });

  test("204: is removed once", async () => {
    const { body } = await bound();
    const seq = await lastSeq(org.id);
    expect((await ask(unbind, "DELETE", at(body.id))).status).toBe(204);
    expect((await ask(unbind, "DELETE", at(body.id))).status).toBe(404);
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "key.subject_unbound", data: { binding_id: body.id, subject: "rounds" } },
    ]);
  });

  describe("a refusal writes nothing", () => {
    const refused = async (status: number, change: object) => {
      const { body } = await bound();
      const before = await snapshot(org.id);
      const again = { issuer_id: body.issuer_id, subject: "another", agent_id: agentId, ...change };
      expect((await post(bind, again)).status).toBe(status);
      expect(await snapshot(org.id)).toBe(before);
    };
    test("409: a subject that is bound already, were it to the same agent", () =>
      refused(409, { subject: "rounds" }));
    test("404: no such issuer", () => refused(404, { issuer_id: newId("iss") }));
    test("404: no such agent", () => refused(404, { agent_id: newId("agt") }));
    test("404: another organization's agent", async () =>
      refused(404, { agent_id: await agentOf(await createTestOrganization()) }));
    test("404: another organization's issuer", async () => {
      const other = await createTestOrganization();
      await refused(404, { issuer_id: (await post(create, issuer(), other)).body.id });
    });
    test("422: no subject", () => refused(422, { subject: "" }));
    test("422: a claim that is a list", () => refused(422, { claims: { groups: ["a"] } }));
  });
});

describe("the database itself", () => {
  test("shows an organization its own issuers and bindings only", async () => {
    await bound();
    const other = await createTestOrganization();
    for (const table of ["token_issuer", "token_binding"]) {
      expect(await queryTenant(org.id, `SELECT id FROM ${table}`)).toHaveLength(1);
      expect(await queryTenant(other.id, `SELECT id FROM ${table}`)).toEqual([]);
    }
  });

  test("refuses an audience of another organization, and a binding that changes", async () => {
    await bound();
    await expect(
      queryTenant(org.id, "UPDATE token_issuer SET audience = $1", [`urn:kynara:${newId("org")}`]),
    ).rejects.toThrow(/check constraint/);
    await expect(queryTenant(org.id, "UPDATE token_binding SET subject = 'else'")).rejects.toThrow(
      /permission denied/,
    );
  });
});
