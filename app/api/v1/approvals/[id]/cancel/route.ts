import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { cancelApproval } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(approvalEndpoints.cancel, (caller, { params, body }) =>
  cancelApproval(caller, params.id, body.reason),
);
