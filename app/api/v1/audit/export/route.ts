import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { exportLog } from "@/lib/server/audit";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(auditEndpoints.export, (caller, { query }) => exportLog(caller, query));
