import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { awaitApproval } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export const GET = route(approvalEndpoints.get, (caller, { params, query }) =>
  awaitApproval(caller, params.id, query.wait),
);
