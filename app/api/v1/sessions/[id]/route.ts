import { sessionEndpoints } from "@/lib/contracts/endpoints/session";
import { route } from "@/lib/server/http/route";
import { endOwnSession } from "@/lib/server/identity";

export { GET, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const DELETE = route(sessionEndpoints.revoke, async (caller, { params }) => {
  await endOwnSession(caller, params.id);
  return undefined;
});
