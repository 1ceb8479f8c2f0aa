import "server-only";
import { evaluate, evaluateAll, evaluationError } from "../authzen";
import type { Asker } from "../decisions";
import { AppError } from "../errors";
import { type MachineHandler, MachineReply, type MachineRequest } from "../http/machine";
import { parseJson } from "../http/parse";
import { authenticateMachine } from "../identity";
import { keepPace } from "./pace";

/** POST /access/v1/evaluation */
export const evaluation = authzen(evaluate);

/** POST /access/v1/evaluations */
export const evaluations = authzen(evaluateAll);

/**
 * The HTTPS binding of AuthZEN Authorization API 1.0 around one of its operations. An error's body is its sentence
 * (section "Error Responses"), and the caller's X-Request-ID comes back as it was, whatever string it is; log and entry
 * have it only where it is fit for them.
 */
function authzen(operation: (asker: Asker, body: unknown) => Promise<unknown>): MachineHandler {
  return async (request, requestId) => {
    const given = request.header("x-request-id");
    const echo = given ? { "x-request-id": given } : {};
    try {
      const answer = await operation(await askerOf(request, requestId), await bodyOf(request));
      return new MachineReply(200, { "content-type": "application/json", ...echo }, JSON.stringify(answer));
    } catch (error) {
      const { status, headers, message } = evaluationError(error, requestId);
      return new MachineReply(status, { ...headers, ...echo }, message);
    }
  };
}

async function askerOf(request: MachineRequest, requestId: string): Promise<Asker> {
  const { credential } = await authenticateMachine(request.header);
  await keepPace(credential);
  return { organizationId: credential.organizationId, credential, requestId };
}

/** A browser's form cannot send this type without asking first, so no other site's page can. */
async function bodyOf(request: MachineRequest): Promise<unknown> {
  const type = request.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new AppError("malformed", "The Content-Type has to be application/json.");
  }
  return parseJson(await request.text());
}
