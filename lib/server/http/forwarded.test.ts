import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientAddress } from "@/lib/server/identity";
import { believeForwarded } from "./forwarded";

let trustedProxies = 0;
const server = createServer((request, response) => {
  believeForwarded(request, trustedProxies);
  response.end(JSON.stringify(request.headers));
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function believed(proxies: number, headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  trustedProxies = proxies;
  const answer = await fetch(url, { headers });
  return (await answer.json()) as IncomingHttpHeaders;
}

describe("the client's address", () => {
  test.each<[string, number, string | undefined, string]>([
    ["no proxy: the socket's, whatever is claimed", 0, "203.0.113.9", "127.0.0.1"],
    ["no proxy, no claim", 0, undefined, "127.0.0.1"],
    ["one proxy: the entry that it appended", 1, "198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["two proxies: the entry of the outer one", 2, "6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
    ["fewer entries than proxies: the first", 3, "203.0.113.9, 10.0.0.2", "203.0.113.9"],
    ["a proxy that says nothing: the socket's", 1, undefined, "127.0.0.1"],
    ["empty entries are none", 1, "203.0.113.9, ,", "203.0.113.9"],
    ["IPv6", 1, "2001:db8::5", "2001:db8::5"],
  ])("%s", async (_name, proxies, given, address) => {
    const headers = await believed(proxies, given === undefined ? {} : { "x-forwarded-for": given });
    expect(headers["x-forwarded-for"]).toBe(address);
    expect(clientAddress(new Headers({ "x-forwarded-for": String(headers["x-forwarded-for"]) }))).toBe(
      address,
    );
  });
});

describe("host and protocol", () => {
  const claims = {
    forwarded: "for=6.6.6.6;host=evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "444",
    "x-real-ip": "6.6.6.6",
  };
  test("are dropped where no proxy stands in front", async () => {
    const headers = await believed(0, claims);
    expect(Object.keys(claims).filter((name) => name in headers)).toEqual([]);
  });
  test("are the proxy's to say", async () => {
    expect(await believed(1, claims)).toMatchObject(claims);
  });
});
