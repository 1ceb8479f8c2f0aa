import { complianceEndpoints } from "@/lib/contracts/endpoints/compliance";
import { exportCompliance } from "@/lib/server/compliance";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(complianceEndpoints.export, (caller, { query }) => exportCompliance(caller, query));
