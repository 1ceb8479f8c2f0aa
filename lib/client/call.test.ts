import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError } from "./api-error";
import { call, urlOf } from "./call";
import { agentOperations, entityOperations, policyOperations } from "./operations";

interface Seen {
  method: string | undefined;
  url: string | undefined;
  headers: http.IncomingHttpHeaders;
  body: string;
}
const seen: Seen[] = [];
let answer: { status: number; headers?: Record<string, string>; body: string };
let server: http.Server;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  // A browser resolves paths against its page; here they are resolved against the server.
  const realFetch = globalThis.fetch;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
    realFetch(`http://127.0.0.1:${port}${url}`, init),
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
  answer = { status: 200, body: "{}" };
});

const failure = async (work: Promise<unknown>): Promise<ApiError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
};

describe("call", () => {
  test("fills path, query, headers and body in", async () => {
    await call(policyOperations.update, {
      params: { id: "pol_1" },
      query: { note: "a & b" },
      headers: { "if-match": "3" },
      body: { effect: "deny" },
    });
    expect(seen).toMatchObject([
      {
        method: "PUT",
        url: "/api/v1/policies/pol_1?note=a+%26+b",
        headers: { "if-match": "3", "content-type": "application/json" },
        body: '{"effect":"deny"}',
      },
    ]);
  });

  test("keeps an id of any characters one segment of the path", () => {
    const params = { kind: "resource", type: "patient_record", id: "a/b ?#%" };
    expect(urlOf(entityOperations.get, params, { cursor: undefined })).toBe(
      "/api/v1/entities/resource/patient_record/a%2Fb%20%3F%23%25",
    );
  });

  test("answers the JSON, or undefined where there is none", async () => {
    answer = { status: 200, body: '{"items":[],"next_cursor":null}' };
    expect(await call(agentOperations.list)).toEqual({ items: [], next_cursor: null });
    answer = { status: 204, body: "" };
    const params = { kind: "resource", type: "t", id: "1" } as const;
    expect(await call(entityOperations.remove, { params })).toBeUndefined();
  });

  test("throws the problem that the server tells", async () => {
    const body = {
      type: "urn:kynara:problem:invalid",
      title: "Unprocessable Entity",
      status: 422,
      detail: "/name: is too short.",
      code: "invalid",
      request_id: "req_1",
      errors: [{ pointer: "/name", message: "is too short" }],
    };
    answer = { status: 422, headers: { "retry-after": "7" }, body: JSON.stringify(body) };
    const error = await failure(call(agentOperations.create, { body: { name: "" } }));
    expect(error).toMatchObject({ status: 422, code: "invalid", message: body.detail, retryAfterSeconds: 7 });
    expect(error.faultAt("/name")?.message).toBe("is too short");
    expect(error.faultAt("/mode")).toBeNull();
  });

  test("makes a problem of an answer that is none", async () => {
    answer = { status: 502, headers: { "x-request-id": "req_2" }, body: "<html>Bad gateway</html>" };
    const error = await failure(call(agentOperations.list));
    expect(error.problem).toMatchObject({ status: 502, code: "unexpected", request_id: "req_2" });
  });

  test("an aborted call stays aborted", async () => {
    const signal = AbortSignal.abort();
    await expect(call(agentOperations.list, { signal })).rejects.toMatchObject({ name: "AbortError" });
  });

  test("says that the server is out of reach", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
    expect(await failure(call(agentOperations.list))).toMatchObject({ status: 0, code: "unreachable" });
  });
});
