import type { Endpoint } from "../endpoint";
import { agentEndpoints } from "./agents";
import { entityEndpoints } from "./entities";
import { grantEndpoints } from "./grants";
import { keyEndpoints } from "./keys";
import { meEndpoints } from "./me";
import { memberEndpoints } from "./members";
import { policyEndpoints } from "./policies";
import { roleEndpoints } from "./roles";

/** Every operation of the HTTP API: what is not in this list is in no document and no client. */
export const ENDPOINTS: readonly Endpoint[] = [
  meEndpoints,
  policyEndpoints,
  agentEndpoints,
  keyEndpoints,
  roleEndpoints,
  memberEndpoints,
  entityEndpoints,
  grantEndpoints,
].flatMap((group) => Object.values(group) as Endpoint[]);
