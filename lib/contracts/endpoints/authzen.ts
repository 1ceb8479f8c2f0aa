import {
  authzenConfiguration,
  evaluationRequest,
  evaluationResponse,
  evaluationsRequest,
  evaluationsResponse,
} from "../authzen";
import { endpoint } from "../endpoint";

const headers = { "X-Request-ID": "Any string; the answer carries the same." };

export const authzenEndpoints = {
  evaluation: endpoint({
    operationId: "accessEvaluation",
    method: "POST",
    path: "/access/v1/evaluation",
    tag: "AuthZEN",
    summary: "Decide one request (AuthZEN Authorization API 1.0); errors are a sentence in plain text",
    access: ["decisions.check", "decisions.check_any"],
    headers,
    errors: "text",
    body: evaluationRequest,
    response: evaluationResponse,
  }),
  evaluations: endpoint({
    operationId: "accessEvaluations",
    method: "POST",
    path: "/access/v1/evaluations",
    tag: "AuthZEN",
    summary: "Decide several requests (AuthZEN Authorization API 1.0); errors are a sentence in plain text",
    access: ["decisions.check", "decisions.check_any"],
    headers,
    errors: "text",
    body: evaluationsRequest,
    response: evaluationsResponse,
  }),
  configuration: endpoint({
    operationId: "authzenConfiguration",
    method: "GET",
    path: "/.well-known/authzen-configuration",
    tag: "AuthZEN",
    summary: "Where this policy decision point answers (AuthZEN Authorization API 1.0)",
    access: "public",
    response: authzenConfiguration,
  }),
};
