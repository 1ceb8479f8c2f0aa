import type { Problem } from "../contracts/common";
import type { Fault } from "../contracts/faults";

/**
 * What the API answered instead of a result: its problem document, or one made up here when the server could not be
 * reached or somebody between answered for it. An aborted call is not one: that stays an AbortError.
 */
export class ApiError extends Error {
  readonly problem: Problem;
  /** When to ask again, as the server says. */
  readonly retryAfterSeconds: number | null;

  constructor(told: Problem, retryAfterSeconds: number | null = null) {
    super(told.detail);
    this.name = "ApiError";
    this.problem = told;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  /** What is wrong with one field, by its JSON Pointer; null when nothing is. */
  faultAt(pointer: string): Fault | null {
    return this.problem.errors?.find((fault) => fault.pointer === pointer) ?? null;
  }
}

export async function errorOf(response: Response): Promise<ApiError> {
  const told: unknown = await response.json().catch(() => null);
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : null;
  if (isProblem(told)) return new ApiError(told, retryAfterSeconds);
  const requestId = response.headers.get("x-request-id") ?? "";
  return new ApiError(
    madeUp(
      response.status,
      "unexpected",
      `The server answered ${response.status} without saying why.`,
      requestId,
    ),
    retryAfterSeconds,
  );
}

/** A proxy between us may answer with a page of its own; ours are problem documents with all that is read of them here. */
function isProblem(told: unknown): told is Problem {
  if (typeof told !== "object" || told === null) return false;
  const { status, code, detail, request_id, errors } = told as Record<string, unknown>;
  return (
    typeof status === "number" &&
    [code, detail, request_id].every((text) => typeof text === "string") &&
    (errors === undefined || Array.isArray(errors))
  );
}

export const unreachable = () =>
  new ApiError(madeUp(0, "unreachable", "Kynara cannot be reached. Check the connection and try again."));

const madeUp = (status: number, code: string, detail: string, requestId = ""): Problem => ({
  type: `urn:kynara:problem:${code}`,
  title: "Error",
  status,
  detail,
  code,
  request_id: requestId,
});
