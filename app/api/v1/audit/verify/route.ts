import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { verifyAndRecord } from "@/lib/server/audit";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(auditEndpoints.verify, (caller, { body }) => verifyAndRecord(caller, body));
