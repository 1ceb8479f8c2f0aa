import { queryOptions } from "@tanstack/react-query";
import { call } from "./call";
import { activityOperations } from "./operations";

export const activityQueries = {
  all: ["activity"] as const,
  ofAgents: (agentIds: readonly string[]) =>
    queryOptions({
      queryKey: [...activityQueries.all, "agents", agentIds],
      queryFn: ({ signal }) =>
        call(activityOperations.ofAgents, { query: { agent_ids: agentIds.join(",") }, signal }),
      enabled: agentIds.length > 0,
    }),
};
