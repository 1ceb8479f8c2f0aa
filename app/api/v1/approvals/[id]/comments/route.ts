import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { commentOnApproval } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(approvalEndpoints.comment, (caller, { params, body }) =>
  commentOnApproval(caller, params.id, body.body),
);
