import { policyOrderEndpoints } from "@/lib/contracts/endpoints/policy-order";
import { route } from "@/lib/server/http/route";
import { reorderPolicies } from "@/lib/server/policies";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(policyOrderEndpoints.reorder, (caller, { body }) => reorderPolicies(caller, body));
