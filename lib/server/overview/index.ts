import "server-only";

export { listAgentActivity } from "./agent-activity";
export { getOverview } from "./get-overview";
