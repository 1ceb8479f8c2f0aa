import "server-only";
import type { Caller } from "../caller";
import { authenticateKey, presentedKey } from "./api-key";
import { authenticateSession } from "./session";

/** Who asks: the API key that is presented, else the signed-in session. @throws AppError unauthenticated. */
export async function authenticate(request: Request, requestId: string): Promise<Caller> {
  const key = presentedKey((name) => request.headers.get(name));
  return key ? authenticateKey(key, requestId) : authenticateSession(request.headers, requestId);
}
