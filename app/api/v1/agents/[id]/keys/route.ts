import { keyEndpoints } from "@/lib/contracts/endpoints/keys";
import { route } from "@/lib/server/http/route";
import { createKey, listKeys } from "@/lib/server/keys";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(keyEndpoints.listOfAgent, (caller, { params, query }) =>
  listKeys(caller, { ...query, agent_id: params.id }),
);
export const POST = route(keyEndpoints.createForAgent, (caller, { params, body }) =>
  createKey(caller, { ...body, agent_id: params.id }),
);
