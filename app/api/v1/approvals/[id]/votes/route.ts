import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { castVote } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(approvalEndpoints.vote, (caller, { params, body }) =>
  castVote(caller, params.id, body),
);
