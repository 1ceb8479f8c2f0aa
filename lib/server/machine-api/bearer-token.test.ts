import { createHmac } from "node:crypto";
import { exportSPKI, importJWK } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as cancel } from "@/app/api/v1/approvals/[id]/cancel/route";
import { GET as listKeys } from "@/app/api/v1/keys/route";
import { GET as me } from "@/app/api/v1/me/route";
import { checkRequest } from "@/lib/contracts/decisions";
import type { TokenIssuer } from "@/lib/contracts/token-issuers";
import { disableAgent, enableAgent } from "@/lib/server/agents";
import { castVote } from "@/lib/server/approvals";
import { systemCaller } from "@/lib/server/caller";
import { moveClock, resetClock } from "@/lib/server/clock";
import { askedOf, checkDecision } from "@/lib/server/decisions";
import { authenticateMachine } from "@/lib/server/identity";
import { newId } from "@/lib/server/ids";
import { type MachineServer, startMachineServer } from "@/lib/server/testing/machine-server";
import { ask } from "@/lib/server/testing/management";
import { storedRows, verifyStored } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createTestWorld, type TestWorld } from "@/lib/server/testing/test-world";
import {
  jwksOf,
  type KeyServer,
  newSigningKey,
  type SigningKey,
  signToken,
  startKeyServer,
} from "@/lib/server/testing/token-issuer";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import {
  createTokenBinding,
  createTokenIssuer,
  removeTokenBinding,
  removeTokenIssuer,
  updateTokenIssuer,
} from "@/lib/server/token-issuers";

const ISSUER = "https://login.example.org/";
const SUBJECT = "system:serviceaccount:wards:rounds-assistant";
const CHECK = "/api/v1/decisions/check";

let database: TestDatabase;
let server: MachineServer;
let key: SigningKey;
let stranger: SigningKey;
let world: TestWorld;
let issuer: TokenIssuer;
let bindingId: string;
const servers: KeyServer[] = [];

beforeAll(async () => {
  database = await useTestDatabase();
  server = await startMachineServer();
  key = await newSigningKey();
  stranger = await newSigningKey();
});
afterAll(async () => {
  await server.close();
  await leaveTestDatabase(database);
});
beforeEach(async () => {
  world = await createTestWorld();
  issuer = await trust(world, { jwks: jwksOf(key) });
  bindingId = await bind(world, issuer);
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((one) => one.close()));
});

const admin = (of = world) => systemCaller(of.organizationId, newId("req"));

const trust = (of: TestWorld, source: Pick<Parameters<typeof createTokenIssuer>[1], "jwks" | "jwks_uri">) =>
  createTokenIssuer(admin(of), {
    name: "Sign-in",
    issuer: ISSUER,
    algorithms: ["RS256", "ES256", "EdDSA"],
    ...source,
  });

async function bind(of: TestWorld, to: TokenIssuer, claims: Record<string, string> = {}): Promise<string> {
  const binding = { issuer_id: to.id, subject: SUBJECT, claims, agent_id: of.agentId };
  return (await createTokenBinding(admin(of), binding)).id;
}

async function keyServer(...keys: SigningKey[]): Promise<KeyServer> {
  const made = await startKeyServer(jwksOf(...keys));
  servers.push(made);
  return made;
}

const seconds = () => Math.floor(Date.now() / 1000);
const claims = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  iss: ISSUER,
  sub: SUBJECT,
  aud: issuer.audience,
  iat: seconds(),
  exp: seconds() + 300,
  jti: "token-1",
  ...more,
});
const token = (more: Record<string, unknown> = {}, header = {}, by = key) =>
  signToken(by, claims(more), header);
const bearer = (value: string) => ({ authorization: `Bearer ${value}` });

const body = (recordType = "demographics", more = {}) => ({
  action: "ehr.read",
  resource: { type: "patient_record", id: "p-100", attrs: { record_type: recordType } },
  ...more,
});
const check = (value: string, asked: object = body()) => server.post(CHECK, asked, bearer(value));

const rows = () => storedRows(world.organizationId);
const entries = async () => (await rows()).map((row) => JSON.parse(row.canonical));

/** One answer to whatever is wrong with a token, on every surface, and nothing written. */
async function expectRefused(value: string): Promise<void> {
  const before = (await rows()).length;
  const answers = await Promise.all([
    check(value),
    server.get("/api/v1/approvals/apr_1", bearer(value)),
    server.post("/access/v1/evaluation", {}, bearer(value)),
    server.post("/access/v1/evaluations", {}, bearer(value)),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="kynara", error="invalid_token"');
    const text = await answer.text();
    const detail = text.startsWith("{") ? JSON.parse(text).detail : text;
    expect(detail).toMatch(/^The bearer token is not accepted: .* Get a fresh one\.$/);
    expect(detail).toBe(SENTENCE);
  }
  expect(await rows()).toHaveLength(before);
}
const SENTENCE =
  "The bearer token is not accepted: it is malformed, expired, of an issuer or subject that is not trusted here, or not signed by its issuer. Get a fresh one.";

describe("an agent with a token of a trusted issuer", () => {
  test("is decided for, and the entry says by what it signed in", async () => {
    const answer = await check(await token());
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ effect: "allow", reason: "policy" });
    const entry = (await entries()).at(-1);
    expect(entry).toMatchObject({
      type: "decision.evaluated",
      actor: { type: "agent", id: world.agentId },
      data: {
        token: {
          issuer_id: issuer.id,
          binding_id: bindingId,
          subject: SUBJECT,
          id: { sealed: expect.stringMatching(/^[0-9a-f]{64}$/) },
        },
      },
    });
    expect(entry.data).not.toHaveProperty("key_id");
    expect(JSON.stringify(await entries())).not.toContain("token-1");
    expect(await verifyStored(world.organizationId)).toMatchObject({ kind: "holds", rootMatches: true });
  });

  test.each(["ES256", "EdDSA"])("may be signed by %s as well", async (alg) => {
    const other = await newSigningKey(alg);
    await updateTokenIssuer(admin(), issuer.id, { jwks: jwksOf(key, other) });
    expect((await check(await token({}, {}, other))).status).toBe(200);
    expect((await check(await token())).status).toBe(200);
  });

  test.each<[string, () => Record<string, unknown>, Record<string, unknown>]>([
    ["typ at+jwt", () => ({}), { typ: "at+jwt" }],
    ["typ application/at+jwt", () => ({}), { typ: "application/at+jwt" }],
    ["no typ", () => ({}), { typ: undefined }],
    ["several audiences", () => ({ aud: ["account", issuer.audience] }), {}],
    ["no jti", () => ({ jti: undefined }), {}],
    ["an act claim, which is not interpreted", () => ({ act: { sub: "usr_boss" } }), {}],
    ["a long life, up to a day", () => ({ exp: seconds() + 86_400 - 60 }), {}],
    ["a clock that is 20 seconds ahead", () => ({ iat: seconds() + 20, nbf: seconds() + 20 }), {}],
    ["an end that is 15 seconds past", () => ({ iat: seconds() - 300, exp: seconds() - 15 }), {}],
  ])("may have %s", async (_name, more, header) => {
    expect((await check(await token(more(), header))).status).toBe(200);
  });

  test("asks for its own agent only", async () => {
    const before = (await rows()).length;
    for (const subject of [{ subject_id: newId("agt") }, { subject_type: "user", subject_id: world.owner }]) {
      const answer = await check(await token(), body("demographics", subject));
      expect({ status: answer.status, code: (await answer.json()).code }).toEqual({
        status: 403,
        code: "forbidden",
      });
    }
    expect(await rows()).toHaveLength(before);
    expect((await check(await token(), body("demographics", { subject_id: world.agentId }))).status).toBe(
      200,
    );
  });

  test("asks over AuthZEN", async () => {
    const evaluation = {
      subject: { type: "agent", id: world.agentId },
      action: { name: "ehr.read" },
      resource: { type: "patient_record", id: "p-100", properties: { record_type: "demographics" } },
    };
    const one = await server.post("/access/v1/evaluation", evaluation, bearer(await token()));
    expect(await one.json()).toMatchObject({ decision: true });
    const several = await server.post(
      "/access/v1/evaluations",
      { evaluations: [evaluation] },
      bearer(await token()),
    );
    expect(await several.json()).toMatchObject({ evaluations: [{ decision: true }] });
    const other = { ...evaluation, subject: { type: "agent", id: newId("agt") } };
    expect((await server.post("/access/v1/evaluation", other, bearer(await token()))).status).toBe(403);
  });

  test("waits for its approval and uses it; another agent's it does not see", async () => {
    const asked = await (await check(await token(), body("diagnosis"))).json();
    expect(asked).toMatchObject({ effect: "require_approval", approval_id: expect.stringMatching(/^apr_/) });
    const path = `/api/v1/approvals/${asked.approval_id}`;
    const waiting = server.get(`${path}?wait=25`, bearer(await token()));
    await castVote(await world.caller(world.physicians[0]), asked.approval_id, {
      vote: "approve",
      reason: "",
    });
    expect(await (await waiting).json()).toMatchObject({ state: "approved" });
    const used = await check(await token(), body("diagnosis", { approval_id: asked.approval_id }));
    expect(await used.json()).toMatchObject({ effect: "allow", reason: "approval_granted" });

    const colleague = newId("agt");
    await world.change("agent.registered", (tx) =>
      tx.agent.create({
        data: { id: colleague, orgId: world.organizationId, name: "Other", roles: ["clinical_agent"] },
      }),
    );
    await createTokenBinding(admin(), {
      issuer_id: issuer.id,
      subject: "other",
      claims: {},
      agent_id: colleague,
    });
    expect((await server.get(path, bearer(await token({ sub: "other" })))).status).toBe(404);
  });

  test("withdraws its own request", async () => {
    const { approval_id } = await (await check(await token(), body("diagnosis"))).json();
    const answer = await ask(cancel, "POST", {
      key: "",
      headers: bearer(await token()),
      params: { id: approval_id },
      body: {},
    });
    expect(answer).toMatchObject({ status: 200, body: { state: "cancelled" } });
    expect((await entries()).at(-1)).toMatchObject({
      type: "approval.cancelled",
      actor: { type: "agent", id: world.agentId },
    });
  });

  test("reaches nothing of management", async () => {
    const headers = bearer(await token());
    expect((await ask(me, "GET", { key: "", headers })).body).toMatchObject({
      kind: "token",
      id: bindingId,
      agent_id: world.agentId,
      permissions: ["decisions.check"],
    });
    expect((await ask(listKeys, "GET", { key: "", headers })).status).toBe(403);
  });

  test("is stopped by the kill switch, and that is recorded", async () => {
    await disableAgent(admin(), world.agentId, "Under review");
    expect(await (await check(await token())).json()).toMatchObject({
      effect: "deny",
      reason: "agent_disabled",
    });
    await enableAgent(admin(), world.agentId, "");
    expect(await (await check(await token())).json()).toMatchObject({ effect: "allow" });
  });

  test("counts only with the claims that its binding names", async () => {
    await removeTokenBinding(admin(), bindingId);
    await bind(world, issuer, { workflow: "rounds", environment: "production" });
    const named = { workflow: "rounds", environment: "production" };
    expect((await check(await token(named))).status).toBe(200);
    await expectRefused(await token({ ...named, environment: "test" }));
    await expectRefused(await token({ workflow: "rounds" }));
    await expectRefused(await token({ ...named, workflow: ["rounds"] }));
  });
});

describe("401 in the same words, and no entry, to", () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = (header: object, payload: object) => `${encode(header)}.${encode(payload)}.`;
  const cases: [string, () => Promise<string> | string][] = [
    ["no token at all", () => "no-token"],
    ["three parts of nothing", () => "a.b.c"],
    ["alg none", () => unsigned({ alg: "none", typ: "JWT" }, claims())],
    ["alg none with a signature", async () => `${unsigned({ alg: "none" }, claims())}${"A".repeat(342)}`],
    ["a signature cut off", async () => (await token()).replace(/[^.]+$/, "")],
    [
      "another payload under the signature",
      async () => {
        const [head, , signature] = (await token()).split(".");
        return `${head}.${encode(claims({ sub: "somebody-else" }))}.${signature}`;
      },
    ],
    ["another key under the same kid", () => token({}, { kid: key.kid }, stranger)],
    ["an unknown kid", () => token({}, {}, stranger)],
    [
      "an algorithm that the issuer does not use",
      async () => {
        const pss = await newSigningKey("PS256");
        return token({}, { kid: key.kid }, pss);
      },
    ],
    [
      "HS256 with the public key as PEM for a secret",
      async () => {
        const spki = await exportSPKI((await importJWK({ ...key.publicJwk }, "RS256")) as CryptoKey);
        return hmac(spki);
      },
    ],
    ["HS256 with the public key as JWK for a secret", () => hmac(JSON.stringify(key.publicJwk))],
    ["a key that the token brings along (jwk)", () => token({}, { jwk: stranger.publicJwk }, stranger)],
    ["a certificate that the token brings along (x5c)", () => token({}, { x5c: ["MIIB"] }, stranger)],
    [
      "a crit header that nobody knows",
      () => token({}, { crit: ["exp"], exp: 1 }).catch(() => critical(["exp"])),
    ],
    ["an unencoded payload (crit b64)", () => critical(["b64"])],
    ["another type", () => token({}, { typ: "secevent+jwt" })],
    ["another issuer", () => token({ iss: "https://login.example.com/" })],
    ["the issuer without its slash", () => token({ iss: ISSUER.slice(0, -1) })],
    ["no issuer", () => token({ iss: undefined })],
    ["several issuers", () => token({ iss: [ISSUER] })],
    ["another audience", () => token({ aud: "https://api.example.org" })],
    [
      "another audience that ends with the organization",
      () => token({ aud: `https://evil.example.org/${world.organizationId}` }),
    ],
    ["no audience", () => token({ aud: undefined })],
    ["audiences of two organizations", () => token({ aud: [issuer.audience, `x:${newId("org")}`] })],
    ["an organization that never was", () => token({ aud: `urn:kynara:${newId("org")}` })],
    ["no subject", () => token({ sub: undefined })],
    ["a subject that nobody bound", () => token({ sub: "system:serviceaccount:wards:other" })],
    ["a subject with a wildcard", () => token({ sub: "*" })],
    ["a subject in other letters", () => token({ sub: SUBJECT.toUpperCase() })],
    ["a subject that is the name of an object's member", () => token({ sub: "__proto__" })],
    ["an expired token", () => token({ iat: seconds() - 600, exp: seconds() - 60 })],
    ["a token that is not valid yet", () => token({ nbf: seconds() + 60 })],
    ["a token of tomorrow", () => token({ iat: seconds() + 600, exp: seconds() + 900 })],
    ["no exp", () => token({ exp: undefined })],
    ["no iat", () => token({ iat: undefined })],
    ["an exp that is text", () => token({ exp: String(seconds() + 60) })],
    ["a life of more than a day", () => token({ exp: seconds() + 86_500 })],
    ["a token that is older than a day", () => token({ iat: seconds() - 90_000, exp: seconds() + 60 })],
    ["a token that is bound to a key (cnf)", () => token({ cnf: { jkt: "abc" } })],
    ["a jti that cannot be stored", () => token({ jti: "\u0000" })],
    ["more than 8,192 characters", () => token({ note: "x".repeat(8_192) })],
  ];
  async function hmac(secret: string): Promise<string> {
    const signed = `${encode({ alg: "HS256", typ: "JWT", kid: key.kid })}.${encode(claims())}`;
    return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
  }
  /** Signed by the right key, with a header that jose itself would not make. */
  async function critical(crit: string[]): Promise<string> {
    const header = { alg: "RS256", kid: key.kid, typ: "JWT", crit, b64: false, exp: 1 };
    const signed = `${encode(header)}.${encode(claims())}`;
    const signature = await crypto.subtle.sign("RSASSA-PKCS1-v1_5", key.privateKey, Buffer.from(signed));
    return `${signed}.${Buffer.from(signature).toString("base64url")}`;
  }
  test.each(cases)("%s", async (_name, make) => expectRefused(await make()));

  test("a token in the place of a key", async () => {
    const answer = await server.post(CHECK, body(), { "x-kynara-key": await token() });
    expect(answer.status).toBe(401);
  });

  test("a token whose header names an address with keys (jku, x5u), which nobody asks", async () => {
    const trap = await keyServer(stranger);
    await expectRefused(await token({}, { jku: trap.url, x5u: trap.url }, stranger));
    expect(trap.asked).toBe(0);
  });

  test("another organization's agent, which trusts the same issuer", async () => {
    const theirs = await createTestWorld();
    const trusted = await trust(theirs, { jwks: jwksOf(stranger) });
    await bind(theirs, trusted);
    // Their keys sign nothing of ours, and their tokens ask for nothing here.
    await expectRefused(await token({}, { kid: stranger.kid }, stranger));
    await expectRefused(await token({ aud: trusted.audience }));
    const theirToken = await token({ aud: trusted.audience }, {}, stranger);
    const before = (await rows()).length;
    expect((await check(theirToken)).status).toBe(200);
    expect((await check(theirToken, body("demographics", { subject_id: world.agentId }))).status).toBe(403);
    expect(await rows()).toHaveLength(before);
  });
});

describe("from the next call on, 401 after", () => {
  const changes: [string, () => Promise<unknown>][] = [
    ["its binding is removed", () => removeTokenBinding(admin(), bindingId)],
    [
      "its binding is made anew with a claim that it lacks",
      async () => {
        await removeTokenBinding(admin(), bindingId);
        await bind(world, issuer, { workflow: "rounds" });
      },
    ],
    ["its issuer is disabled", () => updateTokenIssuer(admin(), issuer.id, { disabled: true })],
    ["its issuer is removed", () => removeTokenIssuer(admin(), issuer.id)],
    [
      "its issuer's keys are replaced",
      () => updateTokenIssuer(admin(), issuer.id, { jwks: jwksOf(stranger) }),
    ],
    [
      "its algorithm is no longer allowed",
      () => updateTokenIssuer(admin(), issuer.id, { algorithms: ["ES256"] }),
    ],
    [
      "its audience is another",
      () => updateTokenIssuer(admin(), issuer.id, { audience: `urn:kynara:${world.organizationId}` }),
    ],
  ];
  test.each(changes)("%s", async (_name, change) => {
    const value = await token();
    expect((await check(value)).status).toBe(200);
    await change();
    await expectRefused(value);
  });

  test("a binding that was made anew for another agent signs in that one", async () => {
    const value = await token();
    expect((await check(value)).status).toBe(200);
    await removeTokenBinding(admin(), bindingId);
    const heir = newId("agt");
    await world.change("agent.registered", (tx) =>
      tx.agent.create({
        data: { id: heir, orgId: world.organizationId, name: "Heir", roles: ["clinical_agent"] },
      }),
    );
    await createTokenBinding(admin(), { issuer_id: issuer.id, subject: SUBJECT, claims: {}, agent_id: heir });
    expect((await check(value)).status).toBe(200);
    expect((await entries()).at(-1)).toMatchObject({ actor: { type: "agent", id: heir } });
    expect((await check(value, body("demographics", { subject_id: world.agentId }))).status).toBe(403);
  });

  test.each(changes)("%s, even between the look at the token and the decision", async (_name, change) => {
    const headers: Record<string, string> = bearer(await token());
    const { credential, agentId } = await authenticateMachine((name) => headers[name]);
    await change();
    const before = (await rows()).length;
    const asker = { organizationId: world.organizationId, credential, requestId: newId("req") };
    const decided = checkDecision(asker, askedOf(checkRequest.parse(body()), agentId));
    await expect(decided).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await rows()).toHaveLength(before);
  });

  test("a token that was verified a moment ago is refused once it has expired", async () => {
    const value = await token({ exp: seconds() + 10 });
    expect((await check(value)).status).toBe(200);
    moveClock(new Date(Date.now() + 45_000));
    try {
      await expectRefused(value);
    } finally {
      resetClock();
    }
  });

  test("keys that are replaced by more of them leave a token as it was", async () => {
    const value = await token();
    expect((await check(value)).status).toBe(200);
    await updateTokenIssuer(admin(), issuer.id, { jwks: jwksOf(key, stranger) });
    expect((await check(value)).status).toBe(200);
  });

  test("an enabled issuer is trusted again", async () => {
    await updateTokenIssuer(admin(), issuer.id, { disabled: true });
    await expectRefused(await token());
    await updateTokenIssuer(admin(), issuer.id, { disabled: false });
    expect((await check(await token())).status).toBe(200);
  });
});

describe("keys that are fetched", () => {
  const later = (milliseconds: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + milliseconds });
  };
  const fetchFrom = (from: KeyServer) => updateTokenIssuer(admin(), issuer.id, { jwks_uri: from.url });

  test("are fetched once for many tokens", async () => {
    const keys = await keyServer(key);
    await fetchFrom(keys);
    const answers = await Promise.all(Array.from({ length: 20 }, async () => check(await token())));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(keys.asked).toBe(1);
  });

  test("are fetched again for a new key, and not for every stranger's", async () => {
    const keys = await keyServer(key);
    await fetchFrom(keys);
    expect((await check(await token())).status).toBe(200);
    for (let i = 0; i < 5; i += 1) await expectRefused(await token({}, {}, stranger));
    expect(keys.asked).toBe(1);
    const rotated = await newSigningKey();
    keys.answer.body = JSON.stringify(jwksOf(rotated));
    later(6_000);
    expect((await check(await token({}, {}, rotated))).status).toBe(200);
    await expectRefused(await token());
    expect(keys.asked).toBe(2);
  });

  test("are not asked for a token that was verified within the minute, but after it", async () => {
    const keys = await keyServer(key);
    await fetchFrom(keys);
    const value = await token({ exp: seconds() + 3_600 });
    expect((await check(value)).status).toBe(200);
    keys.answer.body = JSON.stringify(jwksOf(stranger));
    later(601_000);
    await expectRefused(value);
    expect(keys.asked).toBe(2);
  });

  test("count no more ten minutes after they were withdrawn", async () => {
    const keys = await keyServer(key);
    await fetchFrom(keys);
    expect((await check(await token())).status).toBe(200);
    keys.answer.body = JSON.stringify(jwksOf(stranger));
    later(601_000);
    await expectRefused(await token());
  });

  const failures: [string, (keys: KeyServer) => void][] = [
    ["answers 500", (keys) => Object.assign(keys.answer, { status: 500 })],
    ["answers no JSON", (keys) => Object.assign(keys.answer, { body: "<html>" })],
    ["answers no key set", (keys) => Object.assign(keys.answer, { body: "{}" })],
    [
      "answers more than a key set can be",
      (keys) => {
        keys.answer.body = JSON.stringify({ ...jwksOf(key), padding: "x".repeat(300_000) });
      },
    ],
    ["sends elsewhere", (keys) => Object.assign(keys.answer, { status: 302, location: keys.url })],
  ];
  test.each(failures)(
    "503 and no entry while their address %s; asked again after a while",
    async (_name, fail) => {
      const keys = await keyServer(key);
      const sound = { ...keys.answer };
      fail(keys);
      await fetchFrom(keys);
      const before = (await rows()).length;
      for (let i = 0; i < 3; i += 1) {
        const answer = await check(await token());
        expect(answer.status).toBe(503);
        expect(answer.headers.get("retry-after")).toBe("1");
        expect((await answer.json()).detail).toContain("could not be fetched");
      }
      const authzen = await server.post("/access/v1/evaluation", {}, bearer(await token()));
      expect(authzen.status).toBe(503);
      expect(await rows()).toHaveLength(before);
      expect(keys.asked).toBe(1);
      keys.answer = sound;
      later(6_000);
      expect((await check(await token())).status).toBe(200);
    },
  );

  test("503 while nobody listens at their address, and the keys already there go on until they are old", async () => {
    const keys = await keyServer(key);
    await fetchFrom(keys);
    expect((await check(await token())).status).toBe(200);
    await keys.close();
    later(300_000);
    expect((await check(await token())).status).toBe(200);
    later(601_000);
    expect((await check(await token())).status).toBe(503);
  });

  test("a private key among them signs nobody in", async () => {
    const keys = await keyServer(key);
    const { d } = await crypto.subtle.exportKey("jwk", key.privateKey);
    keys.answer.body = JSON.stringify({ keys: [{ ...key.publicJwk, d }] });
    await fetchFrom(keys);
    const before = (await rows()).length;
    expect((await check(await token())).status).not.toBe(200);
    expect(await rows()).toHaveLength(before);
  });
});
