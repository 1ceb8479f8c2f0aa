import { roleEndpoints } from "@/lib/contracts/endpoints/roles";
import { route } from "@/lib/server/http/route";
import { createRole, listRoles } from "@/lib/server/roles";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(roleEndpoints.list, (caller, { query }) => listRoles(caller, query));
export const POST = route(roleEndpoints.create, (caller, { body }) => createRole(caller, body));
