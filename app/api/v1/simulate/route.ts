import { decisionEndpoints } from "@/lib/contracts/endpoints/decisions";
import { simulate } from "@/lib/server/decisions";
import { route } from "@/lib/server/http/route";
import { streamJsonList } from "@/lib/server/http/stream-json";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(decisionEndpoints.simulate, async (_caller, { body }) =>
  streamJsonList("results", simulate(body)),
);
