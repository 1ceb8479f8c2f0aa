import { sessionEndpoints } from "@/lib/contracts/endpoints/session";
import { route } from "@/lib/server/http/route";
import { clearCookieHeader, signOutCaller } from "@/lib/server/identity";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = route(sessionEndpoints.signOut, async (caller) => {
  await signOutCaller(caller);
  return new Response(null, { status: 204, headers: { "set-cookie": clearCookieHeader() } });
});
