import { keyEndpoints } from "@/lib/contracts/endpoints/keys";
import { route } from "@/lib/server/http/route";
import { getKey, revokeKey } from "@/lib/server/keys";

export { PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(keyEndpoints.get, (caller, { params }) => getKey(caller, params.id));
export const DELETE = route(keyEndpoints.revoke, (caller, { params }) => revokeKey(caller, params.id));
