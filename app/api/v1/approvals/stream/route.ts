import { approvalEndpoints } from "@/lib/contracts/endpoints/approvals";
import { approvalStream } from "@/lib/server/approvals";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const dynamic = "force-dynamic";

export const GET = route(approvalEndpoints.stream, async (caller, { request }) =>
  approvalStream(caller, request.signal),
);
