import { machineRoute } from "@/lib/server/http/machine-route";
import { check } from "@/lib/server/machine-api";

export const POST = machineRoute(check);
