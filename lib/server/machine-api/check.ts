import "server-only";
import { checkRequest } from "@/lib/contracts/decisions";
import { askedOf, checkDecision } from "../decisions";
import type { MachineHandler } from "../http/machine";
import { parseJson, parseWith } from "../http/parse";
import { badKey, identifyKey, keyInState, presentedKey } from "../identity";
import { keepPace } from "./pace";

/** POST /api/v1/decisions/check */
export const check: MachineHandler = async (request, requestId) => {
  const secret = presentedKey(request.header);
  if (!secret) throw badKey();
  const identity = await identifyKey(secret);
  const { key } = await keyInState(identity);
  await keepPace(identity.keyId);
  const body = parseWith(checkRequest, parseJson(await request.text()), "body");
  return checkDecision({ ...identity, requestId }, askedOf(body, key.agentId));
};
