import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { createAgent, listAgents } from "@/lib/server/agents";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(agentEndpoints.list, (caller, { query }) => listAgents(caller, query));
export const POST = route(agentEndpoints.create, (caller, { body }) => createAgent(caller, body));
