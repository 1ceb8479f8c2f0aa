import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { route } from "@/lib/server/http/route";
import { createPolicy, listPolicies } from "@/lib/server/policies";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(policyEndpoints.list, (caller, { query }) => listPolicies(caller, query));
export const POST = route(policyEndpoints.create, (caller, { query, body }) =>
  createPolicy(caller, body, query.note),
);
