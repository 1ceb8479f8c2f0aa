import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { exportDisclosures } from "@/lib/server/audit";
import { route } from "@/lib/server/http/route";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(auditEndpoints.exportDisclosures, (caller, { body }) =>
  exportDisclosures(caller, body),
);
