import { tokenIssuerEndpoints } from "@/lib/contracts/endpoints/token-issuers";
import { route } from "@/lib/server/http/route";
import { getTokenIssuer, removeTokenIssuer, updateTokenIssuer } from "@/lib/server/token-issuers";

export { POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(tokenIssuerEndpoints.get, (caller, { params }) => getTokenIssuer(caller, params.id));
export const PATCH = route(tokenIssuerEndpoints.update, (caller, { params, body }) =>
  updateTokenIssuer(caller, params.id, body),
);
export const DELETE = route(tokenIssuerEndpoints.remove, async (caller, { params }) => {
  await removeTokenIssuer(caller, params.id);
  return undefined;
});
