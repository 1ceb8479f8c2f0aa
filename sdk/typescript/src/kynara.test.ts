import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  ApprovalCancelled,
  ApprovalDenied,
  ApprovalExpired,
  ApprovalRequired,
  type Decision,
  guarded,
  Kynara,
  KynaraConfigurationError,
  type KynaraError,
  type KynaraOptions,
  KynaraRequestError,
  KynaraUnavailable,
  PermissionDenied,
  type TokenProvider,
} from "./index";
import { API_KEY, type Fault, KynaraServer } from "./testing/kynara-server";

const quick = { maxRetries: 2, backoffSeconds: 0.01, maxRetryAfterSeconds: 2, outageSeconds: 3 };
const demographics = { type: "patient_record", id: "p-100", attrs: { record_type: "demographics" } };
const diagnosis = { type: "patient_record", id: "p-100", attrs: { record_type: "diagnosis" } };
const outage: Fault[] = [{ status: 503 }, { status: 503 }, { status: 503 }];

let server: KynaraServer;
let kynara: Kynara;
const settings = () => ({ baseUrl: server.url, retry: quick, requestTimeoutSeconds: 5 });
const client = (options: Omit<Partial<KynaraOptions>, "tokenProvider"> = {}) =>
  new Kynara({ ...settings(), apiKey: API_KEY, ...options } as KynaraOptions);

beforeEach(async () => {
  server = await KynaraServer.start();
  kynara = client();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

/** The error a promise rejects with, which must be of this class. */
async function rejection<C extends abstract new (...args: never[]) => KynaraError>(
  promise: Promise<unknown>,
  type: C,
): Promise<InstanceType<C>> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof type) return error as InstanceType<C>;
  throw new Error(`expected ${type.name}, got ${String(error)}`);
}

describe("check", () => {
  it("sends exactly the contract and leaves out what is absent", async () => {
    await kynara.check("ehr.read", { resource: demographics });
    const context = { purpose: "TREAT" };
    await client({ agentId: "agt_1" })
      .actingFor("usr_1")
      .check("ehr.read", { resource: demographics, context, approvalId: "apr_x" });
    expect(server.checks).toEqual([
      { action: "ehr.read", resource: demographics },
      {
        subject_type: "agent",
        subject_id: "agt_1",
        on_behalf_of_user_id: "usr_1",
        action: "ehr.read",
        resource: demographics,
        context,
        approval_id: "apr_x",
      },
    ]);
    expect(server.apiKeys).toEqual([API_KEY, API_KEY]);
  });

  it("answers allow with its obligations, deny, and require_approval with its address", async () => {
    const allow = await kynara.check("ehr.read", { resource: demographics });
    expect(allow).toMatchObject({ allowed: true, decisionId: "dec_1", ttlSeconds: 0, unrecorded: false });
    expect(allow.obligations).toEqual([{ type: "redact", fields: ["ssn"] }]);
    expect(await kynara.check("ehr.delete", { resource: demographics })).toMatchObject({
      allowed: false,
      effect: "deny",
    });
    const waiting = await kynara.check("ehr.read", { resource: diagnosis });
    expect(waiting).toMatchObject({ allowed: false, approvalUrl: `${server.url}/inbox/apr_1` });
  });

  it("caches nothing", async () => {
    for (const _ of [1, 2, 3]) await kynara.check("ehr.read", { resource: demographics });
    expect(server.checks).toHaveLength(3);
  });

  it("hands each decision to onDecision, which can stop the action", async () => {
    const seen: Decision[] = [];
    await client({ onDecision: (decision) => seen.push(decision) }).check("x.y", { resource: demographics });
    expect(seen.map((decision) => decision.decisionId)).toEqual(["dec_1"]);
    const onDecision = () => {
      throw new Error("stop");
    };
    await expect(client({ onDecision }).enforce("ehr.read", { resource: demographics })).rejects.toThrow(
      "stop",
    );
  });
});

describe("with a token instead of a key", () => {
  const withToken = (tokenProvider: TokenProvider, failClosed = true) =>
    new Kynara({ ...settings(), tokenProvider, failClosed });

  it("asks its provider for each request, and sends what it returns as a bearer", async () => {
    let made = 0;
    const provider = async () => {
      made += 1;
      server.token = `a.b.${made}`;
      return ` ${server.token}\n`;
    };
    server.faults = [{ status: 503 }];
    await withToken(provider).check("ehr.read", { resource: demographics });
    await withToken(provider).actingFor("usr_1").check("ehr.read", { resource: demographics });
    expect(server.authorizations).toEqual(["Bearer a.b.1", "Bearer a.b.2", "Bearer a.b.3"]);
    expect(server.apiKeys).toEqual([undefined, undefined, undefined]);
  });

  it("waits for a person with a fresh token each time", async () => {
    server.person = { state: "approved" };
    let made = 0;
    const provider = () => {
      made += 1;
      server.token = `a.b.${made}`;
      return server.token;
    };
    expect((await withToken(provider).enforce("ehr.read", { resource: diagnosis })).allowed).toBe(true);
    expect(server.authorizations).toEqual(["Bearer a.b.1", "Bearer a.b.2", "Bearer a.b.3"]);
  });

  it("sends a KYNARA_API_KEY that is a token as a bearer, and a key as a key", async () => {
    server.token = "a.b.c";
    vi.stubEnv("KYNARA_BASE_URL", server.url);
    vi.stubEnv("KYNARA_API_KEY", "a.b.c");
    await Kynara.fromEnv({ retry: quick }).check("ehr.read", { resource: demographics });
    await kynara.check("ehr.read", { resource: demographics });
    expect(server.authorizations).toEqual(["Bearer a.b.c", undefined]);
    expect(server.apiKeys).toEqual([undefined, API_KEY]);
  });

  it("needs no key in the environment, and uses none", async () => {
    server.token = "a.b.c";
    vi.stubEnv("KYNARA_BASE_URL", server.url);
    for (const key of ["", API_KEY]) {
      vi.stubEnv("KYNARA_API_KEY", key);
      await Kynara.fromEnv({ tokenProvider: () => "a.b.c" }).check("ehr.read", { resource: demographics });
    }
    expect(server.apiKeys).toEqual([undefined, undefined]);
  });

  it("is refused like a key, without a retry", async () => {
    server.token = "a.b.c";
    const stale = withToken(() => "a.b.old").check("ehr.read", { resource: demographics });
    const error = await rejection(stale, KynaraRequestError);
    expect(error).toMatchObject({ status: 401, message: expect.stringContaining("tokenProvider") });
    expect(server.authorizations).toHaveLength(1);
  });

  it.each<[string, TokenProvider]>([
    ["fails", () => Promise.reject(new Error("the sign-in is down"))],
    [
      "throws",
      () => {
        throw new Error("no file");
      },
    ],
    ["returns nothing", () => ""],
    ["returns two lines", () => "a.b.c\r\nX-Kynara-Key: sk_live_x"],
    ["returns no text", () => undefined as unknown as string],
  ])("lets nothing through when its provider %s, even when failing open", async (_name, provider) => {
    const asked = withToken(provider, false).enforce("ehr.read", { resource: demographics });
    expect((await rejection(asked, KynaraConfigurationError)).message).toContain("nothing was asked");
    expect(server.authorizations).toEqual([]);
  });

  it("takes a key or a provider, and not both", () => {
    const both = { ...settings(), apiKey: API_KEY, tokenProvider: () => "a.b.c" };
    // @ts-expect-error which of the two counts would be a guess
    expect(() => new Kynara(both)).toThrow(KynaraConfigurationError);
    // @ts-expect-error neither is there
    expect(() => new Kynara(settings())).toThrow(KynaraConfigurationError);
  });
});

describe("when Kynara cannot be asked", () => {
  it("tries again after 5xx and a dropped connection", async () => {
    server.faults = [{ status: 503 }, { status: 0 }];
    expect((await kynara.check("ehr.read", { resource: demographics })).allowed).toBe(true);
  });

  it("is unavailable after the retries, and says why", async () => {
    server.faults = [...outage];
    const error = await rejection(kynara.enforce("ehr.read", { resource: demographics }), KynaraUnavailable);
    expect(error.message).toMatch(/503 \(injected fault\), after 3 attempt/);
    expect(error.decision).toBeNull();
    expect(server.checks).toEqual([]);
  });

  it("respects Retry-After, and hands on one that is too long", async () => {
    server.faults = [{ status: 429, headers: { "Retry-After": "1" } }];
    const started = performance.now();
    await kynara.check("ehr.read", { resource: demographics });
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
    server.faults = [
      { status: 429, headers: { "Retry-After": new Date(Date.now() + 3_600_000).toUTCString() } },
    ];
    const error = await rejection(kynara.check("ehr.read", { resource: demographics }), KynaraUnavailable);
    expect(error.retryAfterSeconds).toBeGreaterThan(3500);
    expect(server.faults).toEqual([]);
  });

  it("counts a closed port and a silent server as unavailable", async () => {
    await rejection(
      client({ baseUrl: "http://127.0.0.1:1" }).check("x.y", { resource: demographics }),
      KynaraUnavailable,
    );
    const silent: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      );
    const error = await rejection(
      client({ fetch: silent, requestTimeoutSeconds: 0.02 }).check("x.y", { resource: demographics }),
      KynaraUnavailable,
    );
    expect(error.message).toContain("did not answer in time");
  });

  it("does not retry a refusal, and says what to do", async () => {
    const error = await rejection(
      client({ apiKey: "sk_live_other" }).check("ehr.read", { resource: demographics }),
      KynaraRequestError,
    );
    expect(error.message).toContain("The key is unknown. Check KYNARA_API_KEY");
    expect(error).toMatchObject({ status: 401, code: "unauthorized", requestId: "req_1" });
    expect(server.apiKeys).toHaveLength(1);
  });

  it.each([400, 403, 404, 409, 413, 421, 422])("%i is a refusal even when failing open", async (status) => {
    // Twice, because fetch itself repeats a request once after 421 (Fetch standard, HTTP-network-or-cache fetch).
    server.faults = [{ status }, { status }];
    const error = await rejection(
      client({ failClosed: false }).enforce("ehr.read", { resource: demographics }),
      KynaraRequestError,
    );
    expect(error.status).toBe(status);
  });

  it("does not follow a redirect", async () => {
    server.faults = [{ status: 307, headers: { Location: "https://elsewhere.example" } }];
    const error = await rejection(kynara.check("ehr.read", { resource: demographics }), KynaraRequestError);
    expect(error.message).toContain("redirects to https://elsewhere.example");
  });

  it.each([
    "<html>captive portal</html>",
    "[]",
    "{}",
    '{"effect":"ALLOW","decision_id":"dec_1"}',
    '{"effect":"allow"}',
    '{"effect":"allow","decision_id":""}',
    '{"effect":"allow","decision_id":"dec_1","obligations":"redact"}',
    '{"effect":"require_approval","decision_id":"dec_1"}',
  ])("never reads %s as an allow", async (body) => {
    server.faults = [{ status: 200, body }];
    await rejection(
      client({ failClosed: false }).enforce("ehr.read", { resource: demographics }),
      KynaraRequestError,
    );
  });

  it("lets a first check through when failing open, with a warning that names no patient", async () => {
    const warnings: string[] = [];
    server.faults = [...outage];
    const open = client({ failClosed: false, onWarning: (message) => warnings.push(message) });
    expect(await open.enforce("ehr.read", { resource: diagnosis })).toMatchObject({
      unrecorded: true,
      decisionId: "",
    });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("WITHOUT a decision");
    expect(warnings[0]).not.toContain("p-100");
  });

  it("never lets through what a person was asked about, nor what cannot be written as JSON", async () => {
    const open = client({ failClosed: false });
    const { approvalId } = await open.check("ehr.read", { resource: diagnosis });
    server.decide("apr_1", "approved");
    server.faults = [...outage];
    const again = open.enforce("ehr.read", { resource: diagnosis, approvalId: approvalId ?? undefined });
    await rejection(again, KynaraUnavailable);
    await expect(open.enforce("ehr.read", { resource: demographics, context: { big: 1n } })).rejects.toThrow(
      TypeError,
    );
  });
});

describe("enforce", () => {
  it("rejects a deny with the decision and without the patient", async () => {
    const error = await rejection(kynara.enforce("ehr.delete", { resource: demographics }), PermissionDenied);
    expect(error.message).toMatch(/no_matching_policy.*dec_1/);
    expect(error.message).not.toContain("p-100");
    expect(error.decision?.resource).toEqual(demographics);
    expect(error.name).toBe("PermissionDenied");
  });

  it("without waiting, rejects with the address where a person decides", async () => {
    const call = kynara.enforce("ehr.read", { resource: diagnosis, wait: false });
    const error = await rejection(call, ApprovalRequired);
    expect(error).toMatchObject({ approvalId: "apr_1", approvalUrl: `${server.url}/inbox/apr_1` });
    expect(server.polls).toEqual([]);
  });

  it("waits for a person, asks again with the approval, and uses it once", async () => {
    server.person = { state: "approved" };
    expect(await kynara.enforce("ehr.read", { resource: diagnosis })).toMatchObject({ decisionId: "dec_2" });
    expect(server.checks.map((check) => check.approval_id)).toEqual([undefined, "apr_1"]);
    expect(server.polls).toEqual([25]);
    const next = kynara.enforce("ehr.read", { resource: diagnosis, wait: false });
    expect((await rejection(next, ApprovalRequired)).approvalId).toBe("apr_2");
  });

  it("two callers who joined one approval need two", async () => {
    const calls = [1, 2].map(() => kynara.enforce("ehr.read", { resource: diagnosis }));
    await vi.waitFor(() => expect(server.polls).toHaveLength(2));
    server.decide("apr_1", "approved");
    await vi.waitFor(() => expect(server.approvals.get("apr_2")?.state).toBe("pending"));
    server.decide("apr_2", "approved");
    expect((await Promise.all(calls)).map((decision) => decision.allowed)).toEqual([true, true]);
  });

  it("carries a person's reason for a denial", async () => {
    server.person = { state: "denied", reason: "Not your patient" };
    const error = await rejection(kynara.enforce("ehr.read", { resource: diagnosis }), ApprovalDenied);
    expect(error.reason).toBe("Not your patient");
    expect(error.approval.decidedBy).toEqual({ id: "usr_1", name: "Dr. Alice Smith" });
    expect(error.message).toContain("Not your patient");
    expect(error.decision?.approvalId).toBe("apr_1");
    expect(server.checks).toHaveLength(1);
  });

  it.each([
    ["expired", ApprovalExpired],
    ["cancelled", ApprovalCancelled],
    ["postponed", KynaraRequestError],
  ] as const)("stops when the approval is %s", async (state, type) => {
    server.person = { state };
    await rejection(kynara.enforce("ehr.read", { resource: diagnosis }), type);
  });

  it("gives up after the timeout and leaves the approval open", async () => {
    const call = kynara.enforce("ehr.read", { resource: diagnosis, timeoutSeconds: 0.2 });
    const error = await rejection(call, ApprovalRequired);
    expect(error.message).toContain("Nobody has decided");
    server.decide("apr_1", "approved");
    const approvalId = error.approvalId ?? undefined;
    expect((await kynara.enforce("ehr.read", { resource: diagnosis, approvalId })).allowed).toBe(true);
  });

  it("sits out a restart of Kynara, but not a long outage, not even when failing open", async () => {
    server.pollFaults = [...outage, { status: 503 }];
    server.person = { state: "approved" };
    expect((await kynara.enforce("ehr.read", { resource: diagnosis })).allowed).toBe(true);
    server.pollFaults = [...outage];
    const impatient = client({ failClosed: false, retry: { ...quick, maxRetries: 0, outageSeconds: 0 } });
    const error = await rejection(impatient.enforce("ehr.read", { resource: diagnosis }), KynaraUnavailable);
    expect(error.message).toContain("stays open at");
  });

  it("passes on why an approval does not cover the request", async () => {
    await kynara.check("ehr.read", { resource: diagnosis });
    server.decide("apr_1", "approved");
    const other = { resource: { ...diagnosis, id: "p-200" }, approvalId: "apr_1" };
    const error = await rejection(kynara.enforce("ehr.read", other), PermissionDenied);
    expect(error.message).toMatch(/approval_not_valid.*Ask without approval_id/);
  });

  it("does not present forever an approval that is given but never accepted", async () => {
    await kynara.check("ehr.read", { resource: diagnosis });
    server.decide("apr_1", "approved");
    const body = JSON.stringify({ effect: "require_approval", decision_id: "dec_x", approval_id: "apr_1" });
    server.faults = [1, 2, 3].map(() => ({ status: 200, body }));
    const call = kynara.enforce("ehr.read", { resource: diagnosis, approvalId: "apr_1" });
    expect((await rejection(call, ApprovalRequired)).message).toContain("does not cover");
    expect(server.faults).toHaveLength(1);
  });

  it("ends a wait at once when its signal aborts", async () => {
    const controller = new AbortController();
    const call = kynara.enforce("ehr.read", { resource: diagnosis, signal: controller.signal });
    await Promise.all([
      expect(call).rejects.toThrow("shift ended"),
      vi
        .waitFor(() => expect(server.polls).toHaveLength(1))
        .then(() => controller.abort(new Error("shift ended"))),
    ]);
  });

  it("lets the agent withdraw its request", async () => {
    const { approvalId } = await kynara.check("ehr.read", { resource: diagnosis });
    expect((await kynara.cancelApproval(approvalId ?? "")).state).toBe("cancelled");
    expect((await kynara.findApproval(approvalId ?? "")).state).toBe("cancelled");
    expect((await rejection(kynara.findApproval("apr_none"), KynaraRequestError)).status).toBe(404);
  });
});

describe("guarded", () => {
  const guard = {
    action: "ehr.read",
    resource: (patientId: string, recordType: string) => ({
      type: "patient_record",
      id: patientId,
      attrs: { record_type: recordType },
    }),
    context: (_: string, recordType: string) => ({ purpose: "TREAT", about: recordType }),
    onBehalfOf: "usr_9",
  };
  const read = vi.fn((patientId: string, recordType: string) => `${patientId}/${recordType}`);
  beforeEach(() => read.mockClear());

  it("asks with the call's arguments, then runs the function with them", async () => {
    expect(await kynara.guarded(guard, read)("p-100", "demographics")).toBe("p-100/demographics");
    expect(server.checks).toEqual([
      {
        on_behalf_of_user_id: "usr_9",
        action: "ehr.read",
        resource: demographics,
        context: { purpose: "TREAT", about: "demographics" },
      },
    ]);
  });

  it("waits for a person", async () => {
    server.person = { state: "approved" };
    expect(await kynara.guarded(guard, read)("p-100", "diagnosis")).toBe("p-100/diagnosis");
  });

  it("does not run the function without an allow", async () => {
    await rejection(kynara.guarded(guard, read)("p-100", "billing"), PermissionDenied);
    await rejection(kynara.guarded({ ...guard, wait: false }, read)("p-100", "diagnosis"), ApprovalRequired);
    server.faults = [...outage];
    await rejection(kynara.guarded(guard, read)("p-100", "demographics"), KynaraUnavailable);
    expect(read).not.toHaveBeenCalled();
  });

  it("takes the client from the environment when none is given", async () => {
    const fromEnvironment = guarded(guard, read);
    vi.stubEnv("KYNARA_BASE_URL", "");
    const error = await rejection(fromEnvironment("p-100", "demographics"), KynaraConfigurationError);
    expect(error.message).toContain("KYNARA_BASE_URL");
    vi.stubEnv("KYNARA_BASE_URL", server.url);
    vi.stubEnv("KYNARA_API_KEY", API_KEY);
    vi.stubEnv("KYNARA_AGENT_ID", "agt_2");
    expect(await fromEnvironment("p-100", "demographics")).toBe("p-100/demographics");
    expect(server.checks[0]).toMatchObject({ subject_id: "agt_2" });
  });
});

describe("settings", () => {
  it("come from the environment, and a missing or mistyped one is named", async () => {
    vi.stubEnv("KYNARA_BASE_URL", "");
    vi.stubEnv("KYNARA_API_KEY", "");
    expect(() => Kynara.fromEnv()).toThrow("KYNARA_BASE_URL and KYNARA_API_KEY not set");
    vi.stubEnv("KYNARA_BASE_URL", server.url);
    vi.stubEnv("KYNARA_API_KEY", API_KEY);
    vi.stubEnv("KYNARA_FAIL_CLOSED", "flase");
    expect(() => Kynara.fromEnv()).toThrow("KYNARA_FAIL_CLOSED");
    vi.stubEnv("KYNARA_FAIL_CLOSED", "false");
    server.faults = [...outage];
    const warned = vi.fn();
    expect(
      await Kynara.fromEnv({ retry: quick, onWarning: warned }).check("x.y", { resource: demographics }),
    ).toMatchObject({
      unrecorded: true,
    });
    expect(warned).toHaveBeenCalledOnce();
    vi.stubEnv("KYNARA_FAIL_CLOSED", undefined);
    server.faults = [...outage];
    await rejection(
      Kynara.fromEnv({ retry: quick }).check("x.y", { resource: demographics }),
      KynaraUnavailable,
    );
  });

  it.each([
    ["kynara.example", API_KEY],
    ["ftp://kynara.example", API_KEY],
    ["http://kynara.example", ""],
    ["http://kynara.example", "a\r\nb: c"],
  ])("refuses %s with key %j", (baseUrl, apiKey) => {
    expect(() => new Kynara({ baseUrl, apiKey })).toThrow(KynaraConfigurationError);
  });

  it("keeps a path in the base URL, and shows no key when printed", async () => {
    const behindPath = client({ baseUrl: `${server.url}/kynara/` });
    expect((await behindPath.check("ehr.read", { resource: demographics })).allowed).toBe(true);
    expect(JSON.stringify(behindPath)).not.toContain(API_KEY);
  });
});
