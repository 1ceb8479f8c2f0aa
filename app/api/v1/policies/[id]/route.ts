import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { ifMatchVersion } from "@/lib/server/http/if-match";
import { route } from "@/lib/server/http/route";
import { getPolicy, updatePolicy } from "@/lib/server/policies";

export { DELETE, PATCH, POST } from "@/lib/server/http/method-not-allowed";

export const GET = route(policyEndpoints.get, (caller, { params }) => getPolicy(caller, params.id));
export const PUT = route(policyEndpoints.update, (caller, { params, query, body, request }) =>
  updatePolicy(caller, params.id, body, { note: query.note, ifVersion: ifMatchVersion(request) }),
);
