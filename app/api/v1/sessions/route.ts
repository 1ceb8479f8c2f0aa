import { sessionEndpoints } from "@/lib/contracts/endpoints/session";
import { route } from "@/lib/server/http/route";
import { listOwnSessions } from "@/lib/server/identity";

export const GET = route(sessionEndpoints.list, async (caller) => ({
  items: await listOwnSessions(caller),
}));
