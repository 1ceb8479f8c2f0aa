import "server-only";
import type { FaultCode } from "@/lib/contracts/fault-codes";
import type * as policy from "@/lib/policy";

/** What a problem document can say; the console has a sentence for each in every language but English. */
export const ERROR_CODES = [
  "malformed",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "too_large",
  "wrong_region",
  "invalid",
  "rate_limited",
  "unavailable",
  "method_not_allowed",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is wrong with one place of what was sent, for which the console has a sentence in each language. */
export interface Fault {
  /** JSON Pointer (RFC 6901) into the body, or the name of a query parameter after `?`. */
  pointer: string;
  message: string;
  code: FaultCode | policy.FaultCode;
  params?: { readonly [name: string]: string | number };
}

/**
 * What an operation throws when it will not or cannot do what was asked. `message` is a sentence for the person who
 * reads it; `cause` is for the log only.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: Fault[];
  readonly retryAfterSeconds: number | undefined;
  /** What a 401 says in WWW-Authenticate beside the scheme (RFC 6750, section 3). */
  readonly challenge: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { errors?: Fault[]; retryAfterSeconds?: number; challenge?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.errors = options.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.challenge = options.challenge;
  }
}

/** What a caller may not see answers the same as what does not exist. */
export const notFound = (what: string) => new AppError("not_found", `There is no such ${what}.`);
export const forbidden = (message: string) => new AppError("forbidden", message);
export const conflict = (message: string) => new AppError("conflict", message);
export const invalid = (message: string, errors: Fault[] = []) =>
  new AppError("invalid", message, { errors });
export const unavailable = (message: string, cause?: unknown) =>
  new AppError("unavailable", message, { cause, retryAfterSeconds: 1 });
