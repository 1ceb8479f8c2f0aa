import { endpoint } from "../endpoint";
import { reorderedPolicies, reorderPolicies } from "../policy-order";

export const policyOrderEndpoints = {
  reorder: endpoint({
    operationId: "reorderPolicies",
    method: "POST",
    path: "/api/v1/policies/order",
    tag: "Policies",
    summary: "Change the priorities of several policies together, or of none",
    access: "policies.write",
    body: reorderPolicies,
    response: reorderedPolicies,
  }),
};
