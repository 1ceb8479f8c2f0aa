import {
  checkRequest,
  decision,
  explanation,
  MAX_SIMULATION_BYTES,
  simulateRequest,
  simulateResponse,
} from "../decisions";
import { endpoint } from "../endpoint";

export const decisionEndpoints = {
  check: endpoint({
    operationId: "checkDecision",
    method: "POST",
    path: "/api/v1/decisions/check",
    tag: "Decisions",
    summary: "Decide one request; the decision is recorded before it is answered",
    access: ["decisions.check", "decisions.check_any"],
    body: checkRequest,
    response: decision,
  }),
  explain: endpoint({
    operationId: "explainDecision",
    method: "POST",
    path: "/api/v1/decisions/explain",
    tag: "Decisions",
    summary: "Show step by step how a request would be decided now; nothing is recorded",
    access: "decisions.explain",
    body: checkRequest,
    response: explanation,
  }),
  simulate: endpoint({
    operationId: "simulate",
    method: "POST",
    path: "/api/v1/simulate",
    tag: "Decisions",
    summary: "Decide requests by policies that are handed in; nothing is stored or recorded",
    access: "policies.simulate",
    body: simulateRequest,
    maxBodyBytes: MAX_SIMULATION_BYTES,
    response: simulateResponse,
  }),
};
