import { queryOptions } from "@tanstack/react-query";
import { activityEndpoints } from "../contracts/endpoints/activity";
import { call } from "./call";

export const activityQueries = {
  all: ["activity"] as const,
  ofAgents: (agentIds: readonly string[]) =>
    queryOptions({
      queryKey: [...activityQueries.all, "agents", agentIds],
      queryFn: ({ signal }) =>
        call(activityEndpoints.ofAgents, { query: { agent_ids: agentIds.join(",") }, signal }),
      enabled: agentIds.length > 0,
    }),
};
