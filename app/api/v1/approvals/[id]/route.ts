import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { awaitApproval } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(approvalEndpoints.get, (caller, { params, query }) =>
  awaitApproval(caller, params.id, query.wait),
);
