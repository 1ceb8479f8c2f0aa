import { memberEndpoints } from "@/lib/contracts/endpoints/members";
import { route } from "@/lib/server/http/route";
import { getMember, removeMember, updateMember } from "@/lib/server/members";

export { POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(memberEndpoints.get, (caller, { params }) => getMember(caller, params.id));
export const PATCH = route(memberEndpoints.update, (caller, { params, body }) =>
  updateMember(caller, params.id, body),
);
export const DELETE = route(memberEndpoints.remove, (caller, { params }) => removeMember(caller, params.id));
