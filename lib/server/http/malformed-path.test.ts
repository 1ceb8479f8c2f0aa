import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refuseMalformedPath } from "./malformed-path";

const server = createServer((request, response) => {
  if (!refuseMalformedPath(request, response)) response.end("passed on");
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Sent as it stands: fetch would encode it first. */
function get(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (data) => {
      text += data;
    });
    socket.on("error", reject).on("close", () => resolve(text));
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nx-request-id: ward-7\r\nconnection: close\r\n\r\n`);
  });
}

test.each(["/api/v1/agents/%", "/api/v1/agents/%zz", "/api/v1/agents/%ff", "/%C3%28?next=/"])(
  "400 to %s, as a problem document",
  async (path) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/content-type: application\/problem\+json\r\n/i);
    expect(answer).toMatch(/"code":"malformed","request_id":"ward-7"/);
  },
);

test.each(["/", "/api/v1/entities/resource/a/p%2F1", "/caf%C3%A9", "/api/v1/agents?search=%"])(
  "%s is passed on",
  async (path) => {
    expect(await get(path)).toMatch(/passed on$/);
  },
);
