import { entityEndpoints } from "@/lib/contracts/endpoints/entities";
import { listEntities, putEntities } from "@/lib/server/entities";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(entityEndpoints.list, (caller, { query }) => listEntities(caller, query));
export const POST = route(entityEndpoints.putMany, (caller, { body }) => putEntities(caller, body));
