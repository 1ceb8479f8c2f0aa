import "server-only";
import { checkRequest } from "@/lib/contracts/decisions";
import { askedOf, checkDecision } from "../decisions";
import type { MachineHandler } from "../http/machine";
import { parseJson, parseWith } from "../http/parse";
import { authenticateMachine } from "../identity";
import { keepPace } from "./pace";

/** POST /api/v1/decisions/check */
export const check: MachineHandler = async (request, requestId) => {
  const { credential, agentId } = await authenticateMachine(request.header);
  await keepPace(credential);
  const body = parseWith(checkRequest, parseJson(await request.text()), "body");
  const { organizationId } = credential;
  return checkDecision({ organizationId, credential, requestId }, askedOf(body, agentId));
};
