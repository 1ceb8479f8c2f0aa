import { machineRoute } from "@/lib/server/http/machine-route";
import { check } from "@/lib/server/machine-api";

export { DELETE, GET, PATCH, PUT } from "@/lib/server/http/method-not-allowed";

export const POST = machineRoute(check);
