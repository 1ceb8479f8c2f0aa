import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { castVote } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export const POST = route(approvalEndpoints.vote, (caller, { params, body }) =>
  castVote(caller, params.id, body),
);
