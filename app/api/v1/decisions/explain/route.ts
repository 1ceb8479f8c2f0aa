import { decisionEndpoints } from "@/lib/contracts/endpoints/decisions";
import { explainDecision } from "@/lib/server/decisions";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(decisionEndpoints.explain, (caller, { body }) => explainDecision(caller, body));
