import "server-only";
import { answerMachine, type MachineHandler } from "./machine";
import { readBody } from "./parse";

/** Serves a machine endpoint as a Next route handler, so that any Next host answers it too. */
export function machineRoute(handle: MachineHandler): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const { status, headers, body } = await answerMachine(handle, {
      method: request.method,
      url: url.pathname + url.search,
      header: (name) => request.headers.get(name),
      text: () => readBody(request),
    });
    return new Response(body, { status, headers });
  };
}
