import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { commentOnApproval } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export const POST = route(approvalEndpoints.comment, (caller, { params, body }) =>
  commentOnApproval(caller, params.id, body.body),
);
