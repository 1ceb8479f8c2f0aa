import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { listCheckpoints, makeCheckpointNow } from "@/lib/server/audit";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(auditEndpoints.listCheckpoints, (caller, { query }) =>
  listCheckpoints(caller, query),
);
export const POST = route(auditEndpoints.makeCheckpoint, (caller) => makeCheckpointNow(caller));
