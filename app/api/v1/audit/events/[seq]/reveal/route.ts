import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { revealSealedValues } from "@/lib/server/audit";
import { route } from "@/lib/server/http/route";

export const POST = route(auditEndpoints.reveal, (caller, { params }) =>
  revealSealedValues(caller, params.seq),
);
