import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { getAgent, updateAgent } from "@/lib/server/agents";
import { route } from "@/lib/server/http/route";

export { DELETE, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(agentEndpoints.get, (caller, { params }) => getAgent(caller, params.id));
export const PATCH = route(agentEndpoints.update, (caller, { params, body }) =>
  updateAgent(caller, params.id, body),
);
