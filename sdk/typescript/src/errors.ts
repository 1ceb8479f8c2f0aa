import type { Approval, Decision } from "./decision";

interface Details {
  readonly decision?: Decision | null | undefined;
  readonly cause?: unknown;
}

/**
 * Anything that kept a guarded action from running. `decision` is the decision that led here, or null when Kynara
 * gave none. Messages say what to do, and name the kind of resource but never its id.
 */
export class KynaraError extends Error {
  readonly decision: Decision | null;

  constructor(message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.decision = details.decision ?? null;
  }
}

/** The client cannot be built: a setting is missing or malformed. */
export class KynaraConfigurationError extends KynaraError {}

/**
 * Kynara refused the request itself (400, 401, 403, 404, 409, 413, 421, 422), or what answered is not Kynara. It is not
 * retried, and `failClosed: false` never lets it through. `code` and `requestId` come from the RFC 9457 document.
 */
export class KynaraRequestError extends KynaraError {
  readonly status: number;
  readonly code: string | null;
  readonly requestId: string | null;

  constructor(
    message: string,
    details: Details & { status?: number; code?: string | null; requestId?: string | null } = {},
  ) {
    super(message, details);
    this.status = details.status ?? 0;
    this.code = details.code ?? null;
    this.requestId = details.requestId ?? null;
  }
}

/** No decision could be had: network failure, 5xx or 429, after the retries were spent. */
export class KynaraUnavailable extends KynaraError {
  /** What the server asked for with Retry-After, in seconds, or null. */
  readonly retryAfterSeconds: number | null;

  constructor(message: string, details: Details & { retryAfterSeconds?: number | null } = {}) {
    super(message, details);
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

/** The answer is no. `decision.reason` and `decision.matchedPolicyId` say why. */
export class PermissionDenied extends KynaraError {}

/**
 * A person has to decide first, and this call does not wait for it any longer: `wait` is false, or `timeoutSeconds`
 * have passed. The approval stays open: call again with `approvalId` once it has been decided at `approvalUrl`.
 */
export class ApprovalRequired extends KynaraError {
  get approvalId(): string | null {
    return this.decision?.approvalId ?? null;
  }

  get approvalUrl(): string | null {
    return this.decision?.approvalUrl ?? null;
  }

  /** RFC 3339 instant after which the approval counts as denied. */
  get expiresAt(): string | null {
    return this.decision?.expiresAt ?? null;
  }
}

/** A person said no. `reason` is what they wrote, or null. */
export class ApprovalDenied extends KynaraError {
  readonly approval: Approval;

  constructor(message: string, details: Details & { approval: Approval }) {
    super(message, details);
    this.approval = details.approval;
  }

  get reason(): string | null {
    return this.approval.reason;
  }
}

/** The request for approval was withdrawn before anybody decided. */
export class ApprovalCancelled extends ApprovalDenied {}

/** Nobody decided in time; Kynara counts that as denied. */
export class ApprovalExpired extends KynaraError {
  readonly approval: Approval;

  constructor(message: string, details: Details & { approval: Approval }) {
    super(message, details);
    this.approval = details.approval;
  }
}
