import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { route } from "@/lib/server/http/route";
import { getPolicyVersion } from "@/lib/server/policies";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(policyEndpoints.getVersion, (caller, { params }) =>
  getPolicyVersion(caller, params.id, params.version),
);
