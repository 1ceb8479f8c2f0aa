import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { getApprovalActivity } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(approvalEndpoints.activity, (caller, { params }) =>
  getApprovalActivity(caller, params.id),
);
