import { grantEndpoints } from "@/lib/contracts/endpoints/grants";
import { reviewGrant } from "@/lib/server/grants";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(grantEndpoints.review, (caller, { params, body }) =>
  reviewGrant(caller, params.id, body.finding),
);
