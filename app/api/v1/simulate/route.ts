import { decisionEndpoints } from "@/lib/contracts/endpoints/decisions";
import { simulate } from "@/lib/server/decisions";
import { route } from "@/lib/server/http/route";

export const POST = route(decisionEndpoints.simulate, async (_caller, { body }) => simulate(body));
