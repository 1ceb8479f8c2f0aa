import { memberEndpoints } from "@/lib/contracts/endpoints/members";
import { route } from "@/lib/server/http/route";
import { createMember, listMembers } from "@/lib/server/members";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(memberEndpoints.list, (caller, { query }) => listMembers(caller, query));
export const POST = route(memberEndpoints.create, (caller, { body }) => createMember(caller, body));
