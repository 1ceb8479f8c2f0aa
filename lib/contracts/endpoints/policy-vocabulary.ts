import { endpoint } from "../endpoint";
import { policyVocabulary } from "../policy-vocabulary";

export const policyVocabularyEndpoints = {
  get: endpoint({
    operationId: "getPolicyVocabulary",
    method: "GET",
    path: "/api/v1/policies/vocabulary",
    tag: "Policies",
    summary: "Attributes, actions and resource types that policies can name, as seen here",
    access: "policies.read",
    response: policyVocabulary,
  }),
};
