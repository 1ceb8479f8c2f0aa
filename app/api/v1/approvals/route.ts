import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { listApprovals } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(approvalEndpoints.list, (caller, { query }) => listApprovals(caller, query));
