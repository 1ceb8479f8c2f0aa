import { tokenIssuerEndpoints } from "@/lib/contracts/endpoints/token-issuers";
import { route } from "@/lib/server/http/route";
import { createTokenBinding, listTokenBindings } from "@/lib/server/token-issuers";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(tokenIssuerEndpoints.listBindings, (caller, { query }) =>
  listTokenBindings(caller, query),
);
export const POST = route(tokenIssuerEndpoints.bind, (caller, { body }) => createTokenBinding(caller, body));
