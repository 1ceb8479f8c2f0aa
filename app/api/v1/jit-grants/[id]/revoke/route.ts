import { grantEndpoints } from "@/lib/contracts/endpoints/grants";
import { revokeGrant } from "@/lib/server/grants";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(grantEndpoints.revoke, (caller, { params }) => revokeGrant(caller, params.id));
