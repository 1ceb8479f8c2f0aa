import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { route } from "@/lib/server/http/route";
import { validatePolicy } from "@/lib/server/policies";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(policyEndpoints.validate, (caller, { body }) => validatePolicy(caller, body));
