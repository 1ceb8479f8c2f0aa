import { sessionEndpoints } from "@/lib/contracts/endpoints/session";
import { route } from "@/lib/server/http/route";
import { describeCaller } from "@/lib/server/identity";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(sessionEndpoints.get, (caller) => describeCaller(caller));
