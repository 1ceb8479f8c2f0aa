import { keyEndpoints } from "@/lib/contracts/endpoints/keys";
import { route } from "@/lib/server/http/route";
import { createKey, listKeys } from "@/lib/server/keys";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(keyEndpoints.list, (caller, { query }) => listKeys(caller, query));
export const POST = route(keyEndpoints.create, (caller, { body }) => createKey(caller, body));
