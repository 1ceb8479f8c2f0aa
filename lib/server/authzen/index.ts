import "server-only";

export { describeDecisionPoint } from "./configuration";
export { evaluate } from "./evaluate";
export { evaluateAll } from "./evaluate-all";
export { evaluationError } from "./evaluation-error";
