import { grantEndpoints } from "@/lib/contracts/endpoints/grants";
import { createGrant, listGrants } from "@/lib/server/grants";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(grantEndpoints.list, (caller, { query }) => listGrants(caller, query));
export const POST = route(grantEndpoints.create, (caller, { body }) => createGrant(caller, body));
