import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { cancelApproval } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export const POST = route(approvalEndpoints.cancel, (caller, { params, body }) =>
  cancelApproval(caller, params.id, body.reason),
);
