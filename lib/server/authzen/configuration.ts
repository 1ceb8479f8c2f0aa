import "server-only";
import type { AuthzenConfiguration } from "@/lib/contracts/authzen";
import { authzenEndpoints } from "@/lib/contracts/endpoints/authzen";
import { config } from "../config";

/** What this policy decision point tells of itself: only endpoints that exist are named. */
export function describeDecisionPoint(): AuthzenConfiguration {
  const { baseUrl } = config();
  return {
    policy_decision_point: baseUrl,
    access_evaluation_endpoint: baseUrl + authzenEndpoints.evaluation.path,
    access_evaluations_endpoint: baseUrl + authzenEndpoints.evaluations.path,
  };
}
