import { authzenEndpoints } from "@/lib/contracts/endpoints/authzen";
import { describeDecisionPoint } from "@/lib/server/authzen";
import { route } from "@/lib/server/http/route";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(authzenEndpoints.configuration, async () => describeDecisionPoint());
