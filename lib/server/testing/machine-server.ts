import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serveMachine } from "@/lib/server/http/node-machine";
import { machinePath } from "@/lib/server/machine-api";

export interface MachineServer {
  readonly url: string;
  /** Posts JSON, or text as it stands, with a key. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** As `post`, but sent once: on 421 fetch asks a second time by itself (Fetch Standard, "HTTP-network-or-cache fetch"). */
  postOnce(path: string, body: unknown, headers: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that answers the machine paths as server.ts does, and nothing else. */
export async function startMachineServer(): Promise<MachineServer> {
  const server = createServer((request, response) => {
    const hasKey =
      request.headers["x-kynara-key"] !== undefined || request.headers.authorization !== undefined;
    const machine = machinePath(request.method ?? "", request.url ?? "", hasKey);
    if (machine) void serveMachine(machine, request, response);
    else response.writeHead(404).end("left to Next");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    postOnce: (path, body, headers) => postOnce(url + path, JSON.stringify(body), headers),
    get: (path, headers = {}) => fetch(url + path, { headers }),
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

function postOnce(url: string, body: string, headers: Record<string, string>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, {
      method: "POST",
      agent: false,
      headers: { "content-type": "application/json", ...headers },
    });
    request.on("error", reject).on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", reject);
      answer.on("end", () =>
        resolve(
          new Response(Buffer.concat(chunks), {
            status: answer.statusCode ?? 0,
            headers: answer.headers as Record<string, string>,
          }),
        ),
      );
    });
    request.end(body);
  });
}
