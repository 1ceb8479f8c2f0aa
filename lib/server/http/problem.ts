import "server-only";
import { STATUS_CODES } from "node:http";
import type { Problem } from "@/lib/contracts/common";
import { isConnectionLost } from "../db/connection-lost";
import { AppError, type ErrorCode } from "../errors";
import { log } from "../log";

const STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  wrong_region: 421,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

export interface ProblemAnswer {
  status: number;
  headers: Record<string, string>;
  body: Problem;
}

/** The one place that turns an error into a problem document (RFC 9457). What is unforeseen tells nothing outside. */
export function problemOf(error: unknown, requestId: string): ProblemAnswer {
  const known = error instanceof AppError ? error : unforeseen(error);
  const status = STATUS[known.code];
  if (status >= 500) log().error({ requestId, error: known.cause ?? known }, known.message);
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (known.retryAfterSeconds !== undefined) headers["retry-after"] = String(known.retryAfterSeconds);
  if (status === 401)
    headers["www-authenticate"] = ['Bearer realm="kynara"', known.challenge].filter(Boolean).join(", ");
  return {
    status,
    headers,
    body: {
      type: `urn:kynara:problem:${known.code}`,
      title: STATUS_CODES[status] ?? "Error",
      status,
      detail: known.message,
      code: known.code,
      request_id: requestId,
      ...(known.errors.length > 0 && { errors: known.errors }),
    },
  };
}

function unforeseen(error: unknown): AppError {
  return isConnectionLost(error)
    ? new AppError("unavailable", "The database cannot be reached. Nothing was changed; ask again.", {
        cause: error,
        retryAfterSeconds: 1,
      })
    : new AppError("internal", "Something went wrong on our side. Nothing was changed.", { cause: error });
}
