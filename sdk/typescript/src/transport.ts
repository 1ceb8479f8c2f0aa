import type { Credential } from "./credential";
import { KynaraConfigurationError, KynaraRequestError, KynaraUnavailable } from "./errors";
import { parseRetryAfter, pauseSeconds, type RetryPolicy, sleep } from "./retry";

const RETRYABLE_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);
const UNTRUSTED_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/;

export interface TransportOptions {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Asked before each attempt, since a token may have run out during the last one. */
  readonly credential: Credential;
  readonly requestTimeoutSeconds: number;
  readonly retry: RetryPolicy;
  readonly fetch: typeof fetch;
}

interface Exchange {
  readonly method: "GET" | "POST";
  /** From `/api/…` on. */
  readonly path: string;
  readonly body?: unknown;
  /** How much longer than usual the server may take, for a long-poll. */
  readonly extraSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Attempt =
  | { readonly kind: "answered"; readonly json: unknown }
  | {
      readonly kind: "failed";
      readonly why: string;
      readonly retryAfterSeconds: number | null;
      readonly cause?: unknown;
    };

/** JSON over fetch with bounded retries. Redirects are not followed: the key or token would travel with them. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #root: string;

  /** @throws {KynaraConfigurationError} when `baseUrl` is no http or https URL */
  constructor(options: TransportOptions) {
    const url = tryUrl(options.baseUrl);
    if (!url || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
      throw new KynaraConfigurationError(
        `${JSON.stringify(options.baseUrl)} is no base URL; set KYNARA_BASE_URL to something like https://kynara.example.org`,
      );
    }
    this.#options = options;
    this.#root = url.href.replace(/\/+$/, "");
  }

  /**
   * Sends a request and returns the JSON of a 2xx answer.
   *
   * @throws {KynaraUnavailable} network failure, 5xx or 429, when the retries are spent
   * @throws {KynaraRequestError} any other answer that is not a 2xx with JSON
   */
  async request(exchange: Exchange): Promise<unknown> {
    // Outside the attempts: what cannot be written as JSON is the caller's mistake, not an outage.
    const payload = exchange.body === undefined ? null : JSON.stringify(exchange.body);
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.#attempt(exchange, payload);
      if (outcome.kind === "answered") return outcome.json;
      const pause = pauseSeconds(this.#options.retry, attempt, outcome.retryAfterSeconds);
      if (pause === null) {
        throw new KynaraUnavailable(
          `Kynara gave no answer: ${outcome.why}, after ${attempt + 1} attempt(s). ` +
            "Check that KYNARA_BASE_URL is right and that the service is up, then try again.",
          { retryAfterSeconds: outcome.retryAfterSeconds, cause: outcome.cause },
        );
      }
      await sleep(pause, exchange.signal);
    }
  }

  async #attempt(
    { method, path, extraSeconds = 0, signal }: Exchange,
    payload: string | null,
  ): Promise<Attempt> {
    signal?.throwIfAborted();
    const credential = await this.#options.credential();
    const timeout = new AbortController();
    const timer = setTimeout(
      () => timeout.abort(),
      (this.#options.requestTimeoutSeconds + extraSeconds) * 1000,
    );
    const abort = () => timeout.abort();
    signal?.addEventListener("abort", abort, { once: true });
    try {
      const response = await this.#options.fetch(this.#root + path, {
        method,
        headers: {
          ...this.#options.headers,
          ...credential,
          ...(payload === null ? {} : { "Content-Type": "application/json" }),
        },
        body: payload,
        redirect: "manual",
        cache: "no-store",
        signal: timeout.signal,
      });
      return readAnswer(response, await response.text());
    } catch (error) {
      if (error instanceof KynaraRequestError) throw error;
      signal?.throwIfAborted();
      return notReached(error, timeout.signal.aborted);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  }
}

function tryUrl(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

function notReached(error: unknown, timedOut: boolean): Attempt {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (UNTRUSTED_CERTIFICATE.test(code)) {
    throw new KynaraRequestError(
      `Kynara's TLS certificate is not trusted (${code}). Check KYNARA_BASE_URL, or point NODE_EXTRA_CA_CERTS at ` +
        "your organization's certificate authority.",
      { cause: error },
    );
  }
  const why = timedOut ? "it did not answer in time" : `it could not be reached (${code || String(error)})`;
  return { kind: "failed", why, retryAfterSeconds: null, cause: error };
}

function readAnswer(response: Response, body: string): Attempt {
  if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
    const target = response.headers.get("location") ?? "another address";
    throw new KynaraRequestError(
      `KYNARA_BASE_URL redirects to ${target}, which the SDK does not follow. Set KYNARA_BASE_URL to the final address.`,
      { status: response.status },
    );
  }
  const json = tryJson(body);
  if (response.ok) {
    if (json !== undefined) return { kind: "answered", json };
    throw new KynaraRequestError(
      `KYNARA_BASE_URL answered ${response.status} with something that is not JSON; ` +
        "check that it is Kynara's and that no proxy answers in its place.",
      { status: response.status },
    );
  }
  const problem = asProblem(json);
  if (RETRYABLE_STATUS.has(response.status)) {
    const why = `it answered ${response.status}${problem.detail ? ` (${problem.detail})` : ""}`;
    return { kind: "failed", why, retryAfterSeconds: parseRetryAfter(response.headers.get("retry-after")) };
  }
  throw refusal(response, problem);
}

/** The text members of an RFC 9457 problem document that an error shows. */
interface Problem {
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
}

function asProblem(json: unknown): Problem {
  if (typeof json !== "object" || json === null) return {};
  const member = (name: string): string | undefined => {
    const value: unknown = Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined;
    return typeof value === "string" ? value : undefined;
  };
  return {
    title: member("title"),
    detail: member("detail"),
    code: member("code"),
    requestId: member("request_id"),
  };
}

const WHAT_TO_DO: Readonly<Record<number, readonly [meaning: string, advice: string]>> = {
  400: ["malformed request", "Check the arguments of this call."],
  401: [
    "the key or token is not accepted",
    "Check KYNARA_API_KEY or the tokenProvider: it may be mistyped, expired or revoked.",
  ],
  403: [
    "this key or token may not do that",
    "Check KYNARA_AGENT_ID, or use a key that belongs to this agent.",
  ],
  404: ["not found", "Check the id, and that KYNARA_BASE_URL is Kynara's."],
  409: ["conflict", "Look at the current state of what you asked for, then decide again."],
  413: ["too large", "Send fewer or smaller attributes."],
  421: [
    "this organization is served in another region",
    "Point KYNARA_BASE_URL at the region of your organization.",
  ],
  422: ["invalid content", "Check the action, the resource and its attributes."],
};

function refusal(response: Response, problem: Problem): KynaraRequestError {
  const [meaning, advice] = WHAT_TO_DO[response.status] ?? [
    "unexpected answer",
    "Check that KYNARA_BASE_URL is Kynara's.",
  ];
  const said = (problem.detail ?? problem.title ?? meaning).replace(/\.$/, "");
  const reference = problem.requestId ? ` (request ${problem.requestId})` : "";
  return new KynaraRequestError(`Kynara answered ${response.status}: ${said}. ${advice}${reference}`, {
    status: response.status,
    code: problem.code ?? null,
    requestId: problem.requestId ?? response.headers.get("x-request-id"),
  });
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
