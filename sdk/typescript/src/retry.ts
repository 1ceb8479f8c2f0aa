/** How long the SDK keeps trying before it says that Kynara is unavailable. */
export interface RetryPolicy {
  /** Attempts after the first one. */
  readonly maxRetries: number;
  /** Pause before the first retry; it doubles, with jitter. */
  readonly backoffSeconds: number;
  /** A Retry-After longer than this is not waited for: the call fails at once and carries the number. */
  readonly maxRetryAfterSeconds: number;
  /** While a person is being waited for, Kynara may be unreachable for this long without the wait failing. */
  readonly outageSeconds: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  maxRetries: 2,
  backoffSeconds: 0.2,
  maxRetryAfterSeconds: 30,
  outageSeconds: 60,
};

/**
 * Seconds to wait before the next attempt, or null when there is none.
 *
 * @param attempt attempts made before this one
 * @param retryAfterSeconds what the server asked for, or null
 */
export function pauseSeconds(
  policy: RetryPolicy,
  attempt: number,
  retryAfterSeconds: number | null,
): number | null {
  if (attempt >= policy.maxRetries) return null;
  const backoff = policy.backoffSeconds * 2 ** attempt * (0.75 + Math.random() / 2);
  if (retryAfterSeconds === null) return backoff;
  return retryAfterSeconds <= policy.maxRetryAfterSeconds ? Math.max(backoff, retryAfterSeconds) : null;
}

/** Reads Retry-After (RFC 9110 section 10.2.3): seconds, or an HTTP date; null when it is neither. */
export function parseRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? null : Math.max(0, (instant - Date.now()) / 1000);
}

/** Waits; rejects with the signal's reason as soon as it aborts. */
export function sleep(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
