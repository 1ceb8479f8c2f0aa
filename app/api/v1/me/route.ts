import { meEndpoints } from "@/lib/contracts/endpoints/me";
import { route } from "@/lib/server/http/route";
import { describeCaller } from "@/lib/server/identity";

export { DELETE, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

export const GET = route(meEndpoints.get, async (caller) => {
  const { organizations: _, session: __, ...answer } = await describeCaller(caller);
  return answer;
});
