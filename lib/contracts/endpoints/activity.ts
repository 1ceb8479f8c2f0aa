import { agentActivities, agentActivityQuery } from "../activity";
import { endpoint } from "../endpoint";

export const activityEndpoints = {
  ofAgents: endpoint({
    operationId: "listAgentActivity",
    method: "GET",
    path: "/api/v1/activity/agents",
    tag: "Agents",
    summary: "Decisions of some agents, day by day, with the last of each",
    access: "audit.read",
    query: agentActivityQuery,
    response: agentActivities,
  }),
};
