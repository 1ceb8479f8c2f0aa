import { tokenIssuerEndpoints } from "@/lib/contracts/endpoints/token-issuers";
import { route } from "@/lib/server/http/route";
import { getTokenBinding, removeTokenBinding } from "@/lib/server/token-issuers";

export { PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(tokenIssuerEndpoints.getBinding, (caller, { params }) =>
  getTokenBinding(caller, params.id),
);
export const DELETE = route(tokenIssuerEndpoints.unbind, async (caller, { params }) => {
  await removeTokenBinding(caller, params.id);
  return undefined;
});
