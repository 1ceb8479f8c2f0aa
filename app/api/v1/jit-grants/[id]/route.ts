import { grantEndpoints } from "@/lib/contracts/endpoints/grants";
import { getGrant } from "@/lib/server/grants";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(grantEndpoints.get, (caller, { params }) => getGrant(caller, params.id));
