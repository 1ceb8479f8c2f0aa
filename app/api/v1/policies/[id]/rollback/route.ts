import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { ifMatchVersion } from "@/lib/server/http/if-match";
import { route } from "@/lib/server/http/route";
import { rollbackPolicy } from "@/lib/server/policies";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(policyEndpoints.rollback, (caller, { params, body, request }) =>
  rollbackPolicy(caller, params.id, body, ifMatchVersion(request)),
);
