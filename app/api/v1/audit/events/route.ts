import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { listAuditEvents } from "@/lib/server/audit";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(auditEndpoints.list, (caller, { query }) => listAuditEvents(caller, query));
