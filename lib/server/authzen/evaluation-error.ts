import "server-only";
import { problemOf } from "../http/problem";

export interface EvaluationError {
  status: number;
  message: string;
  /** For when the error is the answer to the whole request. */
  headers: Record<string, string>;
}

/**
 * An error as AuthZEN tells it (section "Error Responses"): a status and a sentence. What is well-formed but wrong is 422
 * in our own API; the standard knows Bad Request only.
 */
export function evaluationError(error: unknown, requestId: string): EvaluationError {
  const { status, headers, body } = problemOf(error, requestId);
  return {
    status: status === 422 ? 400 : status,
    message: body.detail,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
  };
}
