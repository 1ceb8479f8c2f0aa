import { activityEndpoints } from "@/lib/contracts/endpoints/activity";
import { route } from "@/lib/server/http/route";
import { listAgentActivity } from "@/lib/server/overview";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(activityEndpoints.ofAgents, async (caller, { query }) => ({
  items: await listAgentActivity(caller, query),
}));
