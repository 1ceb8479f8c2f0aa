import { tokenIssuerEndpoints } from "@/lib/contracts/endpoints/token-issuers";
import { route } from "@/lib/server/http/route";
import { createTokenIssuer, listTokenIssuers } from "@/lib/server/token-issuers";

export { DELETE, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(tokenIssuerEndpoints.list, (caller, { query }) => listTokenIssuers(caller, query));
export const POST = route(tokenIssuerEndpoints.create, (caller, { body }) => createTokenIssuer(caller, body));
