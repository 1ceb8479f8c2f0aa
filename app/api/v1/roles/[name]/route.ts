import { roleEndpoints } from "@/lib/contracts/endpoints/roles";
import { route } from "@/lib/server/http/route";
import { getRole, removeRole, updateRole } from "@/lib/server/roles";

export { POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(roleEndpoints.get, (caller, { params }) => getRole(caller, params.name));
export const PATCH = route(roleEndpoints.update, (caller, { params, body }) =>
  updateRole(caller, params.name, body),
);
export const DELETE = route(roleEndpoints.remove, async (caller, { params }) => {
  await removeRole(caller, params.name);
  return undefined;
});
