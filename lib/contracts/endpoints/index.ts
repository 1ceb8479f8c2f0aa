import type { Endpoint } from "../endpoint";
import { activityEndpoints } from "./activity";
import { agentEndpoints } from "./agents";
import { approvalEndpoints } from "./approvals";
import { auditEndpoints } from "./audit";
import { authzenEndpoints } from "./authzen";
import { complianceEndpoints } from "./compliance";
import { decisionEndpoints } from "./decisions";
import { entityEndpoints } from "./entities";
import { grantEndpoints } from "./grants";
import { keyEndpoints } from "./keys";
import { meEndpoints } from "./me";
import { memberEndpoints } from "./members";
import { policyEndpoints } from "./policies";
import { policyOrderEndpoints } from "./policy-order";
import { policyVocabularyEndpoints } from "./policy-vocabulary";
import { roleEndpoints } from "./roles";
import { sessionEndpoints } from "./session";
import { tokenIssuerEndpoints } from "./token-issuers";

/** Every operation of the HTTP API: what is not in this list is in no document and no client. */
export const ENDPOINTS: readonly Endpoint[] = [
  decisionEndpoints,
  approvalEndpoints,
  meEndpoints,
  sessionEndpoints,
  policyEndpoints,
  policyOrderEndpoints,
  policyVocabularyEndpoints,
  agentEndpoints,
  activityEndpoints,
  keyEndpoints,
  tokenIssuerEndpoints,
  roleEndpoints,
  memberEndpoints,
  entityEndpoints,
  grantEndpoints,
  auditEndpoints,
  complianceEndpoints,
  authzenEndpoints,
].flatMap((group) => Object.values(group) as Endpoint[]);
