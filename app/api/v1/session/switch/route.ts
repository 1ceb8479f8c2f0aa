import { sessionEndpoints } from "@/lib/contracts/endpoints/session";
import { route } from "@/lib/server/http/route";
import { clientAddress, setCookieHeader, switchOrganization } from "@/lib/server/identity";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(sessionEndpoints.switch, async (caller, { body, request }) => {
  const opened = await switchOrganization(caller, body.organization_id, {
    address: clientAddress(request.headers),
    userAgent: request.headers.get("user-agent") ?? "",
  });
  return new Response(null, { status: 204, headers: { "set-cookie": await setCookieHeader(opened) } });
});
