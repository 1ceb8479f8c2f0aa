import { entityEndpoints } from "@/lib/contracts/endpoints/entities";
import { getEntity, putEntity, removeEntity } from "@/lib/server/entities";
import { route } from "@/lib/server/http/route";

export { PATCH, POST } from "@/lib/server/http/method-not-allowed";

export const GET = route(entityEndpoints.get, (caller, { params }) => getEntity(caller, params));
export const PUT = route(entityEndpoints.put, (caller, { params, body }) => putEntity(caller, params, body));
export const DELETE = route(entityEndpoints.remove, async (caller, { params }) => {
  await removeEntity(caller, params);
  return undefined;
});
