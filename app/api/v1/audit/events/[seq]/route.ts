import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { getAuditProof } from "@/lib/server/audit";
import { route } from "@/lib/server/http/route";

export const GET = route(auditEndpoints.get, (caller, { params }) => getAuditProof(caller, params.seq));
