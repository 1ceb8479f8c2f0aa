import { live } from "@/lib/server/health";
import { machineRoute } from "@/lib/server/http/machine-route";

export const dynamic = "force-dynamic";

export const GET = machineRoute(live);
