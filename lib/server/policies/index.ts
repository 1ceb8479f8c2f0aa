import "server-only";

export {
  archivePolicy,
  createPolicy,
  getPolicy,
  getPolicyVersion,
  listPolicies,
  listPolicyVersions,
  type PublishOptions,
  rollbackPolicy,
  updatePolicy,
  validatePolicy,
} from "./operations";
export { reorderPolicies } from "./reorder";
