import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { route } from "@/lib/server/http/route";
import { listPolicyVersions } from "@/lib/server/policies";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(policyEndpoints.listVersions, (caller, { params, query }) =>
  listPolicyVersions(caller, params.id, query),
);
