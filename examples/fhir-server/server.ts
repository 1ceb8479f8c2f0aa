import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { OperationOutcome, Resource } from "@medplum/fhirtypes";
import { type AnswerFhir, openFhirRepository } from "./medplum";

const BASE_PATH = "/fhir/R4/";
const SERVED_TYPES = ["Patient", "Condition", "MedicationRequest", "Observation"];

export interface RunningFhirServer {
  /** The FHIR base URL, without a slash at the end. */
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/**
 * Serves read and search of four clinical resource types on loopback; nothing can be written.
 *
 * @param options.port 0 for any free port
 */
export async function startFhirServer(options: { readonly port: number }): Promise<RunningFhirServer> {
  const answer = await openFhirRepository();
  const server = createServer((request, response) => {
    respondTo(request.method ?? "GET", request.url ?? "/", response, answer).catch((error: unknown) => {
      console.error(error);
      send(response, 500, outcome("exception", "The server failed; its log says why."));
    });
  });
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}${BASE_PATH.slice(0, -1)}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function respondTo(
  method: string,
  url: string,
  response: ServerResponse,
  answer: AnswerFhir,
): Promise<void> {
  const below = url.startsWith(BASE_PATH) ? url.slice(BASE_PATH.length) : "";
  const [type = "", id, ...more] = (below.split("?")[0] ?? "").split("/");
  if (!SERVED_TYPES.includes(type) || id?.startsWith("$") || id?.startsWith("_") || more.length > 0) {
    return send(
      response,
      404,
      outcome("not-found", `Served here: ${SERVED_TYPES.join(", ")}, below ${BASE_PATH}`),
    );
  }
  if (method !== "GET") {
    response.setHeader("Allow", "GET");
    return send(response, 405, outcome("not-supported", "This server can be read and searched only."));
  }
  const { status, resource } = await answer(below);
  send(response, status, resource);
}

function send(response: ServerResponse, status: number, resource: Resource): void {
  response.writeHead(status, {
    "Content-Type": "application/fhir+json; charset=utf-8",
    "Cache-Control": "no-store",
  });
  response.end(JSON.stringify(resource));
}

function outcome(code: OperationOutcome["issue"][number]["code"], text: string): OperationOutcome {
  return { resourceType: "OperationOutcome", issue: [{ severity: "error", code, details: { text } }] };
}
