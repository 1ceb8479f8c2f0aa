import "server-only";
import type { Caller } from "../caller";
import { machineCaller, presentedMachine } from "./machine";
import { authenticateSession } from "./session";

/** Who asks: the API key or token that is presented, else the signed-in session. @throws AppError unauthenticated. */
export async function authenticate(request: Request, requestId: string): Promise<Caller> {
  const machine = presentedMachine((name) => request.headers.get(name));
  return machine ? machineCaller(await machine, requestId) : authenticateSession(request.headers, requestId);
}
