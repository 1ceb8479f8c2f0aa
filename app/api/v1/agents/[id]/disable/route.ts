import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { disableAgent } from "@/lib/server/agents";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(agentEndpoints.disable, (caller, { params, body }) =>
  disableAgent(caller, params.id, body.reason),
);
