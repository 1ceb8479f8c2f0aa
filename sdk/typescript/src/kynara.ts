import { credentialOf } from "./credential";
import {
  type Approval,
  type Decision,
  decisionWithoutKynara,
  type Parsed,
  parseApproval,
  parseDecision,
  subjectLine,
} from "./decision";
import { environment, parseFailClosed } from "./environment";
import { KynaraConfigurationError, KynaraRequestError, KynaraUnavailable } from "./errors";
import type { CheckOptions, EnforceOptions, GuardOptions, KynaraOptions } from "./options";
import { approvalRequired, denied, doesNotFit } from "./refusals";
import { defaultRetryPolicy, type RetryPolicy } from "./retry";
import { Transport } from "./transport";
import { waitUntilDecided } from "./waiting";

/** Asks one Kynara what an agent may do. Nothing is cached: every call is asked and every call is recorded. */
export class Kynara {
  readonly #options: KynaraOptions;
  readonly #retry: RetryPolicy;
  readonly #transport: Transport;

  /** @throws {KynaraConfigurationError} when an option cannot be used */
  constructor(options: KynaraOptions) {
    this.#options = options;
    this.#retry = { ...defaultRetryPolicy, ...options.retry };
    this.#transport = new Transport({
      baseUrl: options.baseUrl,
      headers: { Accept: "application/json" },
      credential: credentialOf(options.apiKey, options.tokenProvider),
      requestTimeoutSeconds: options.requestTimeoutSeconds ?? 10,
      retry: this.#retry,
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    });
  }

  /**
   * A client from KYNARA_BASE_URL, KYNARA_API_KEY, KYNARA_AGENT_ID and KYNARA_FAIL_CLOSED. With a `tokenProvider` among
   * the overrides no key is needed, nor used.
   *
   * @throws {KynaraConfigurationError} naming the variable that is missing or malformed
   */
  static fromEnv(overrides: Partial<KynaraOptions> = {}): Kynara {
    const env = environment();
    const { apiKey = env.KYNARA_API_KEY ?? "", tokenProvider, ...others } = overrides;
    const needed = ["KYNARA_BASE_URL", ...(tokenProvider ? [] : ["KYNARA_API_KEY"])];
    const missing = needed.filter((name) => !env[name]?.trim());
    if (missing.length > 0) {
      throw new KynaraConfigurationError(
        `${missing.join(" and ")} not set. Set them, or pass options to new Kynara().`,
      );
    }
    const settings = {
      baseUrl: env.KYNARA_BASE_URL?.trim() ?? "",
      agentId: env.KYNARA_AGENT_ID?.trim() || undefined,
      failClosed: parseFailClosed(env.KYNARA_FAIL_CLOSED),
      ...others,
    };
    return tokenProvider ? new Kynara({ ...settings, tokenProvider }) : new Kynara({ ...settings, apiKey });
  }

  /** The same client, asking on behalf of this person (`usr_…`) unless a call names another. */
  actingFor(userId: string | undefined): Kynara {
    return new Kynara({ ...this.#options, onBehalfOf: userId });
  }

  /**
   * Asks once and returns the decision, whatever it is.
   *
   * @param action dotted, such as `ehr.read`
   * @throws {KynaraUnavailable} no decision could be had (unless `failClosed` is false)
   * @throws {KynaraRequestError} Kynara refused the request itself
   */
  async check(action: string, options: CheckOptions): Promise<Decision> {
    const decision = await this.#ask(action, options);
    this.#options.onDecision?.(decision);
    return decision;
  }

  /**
   * Resolves only when the action is allowed.
   *
   * @throws {PermissionDenied} the answer is no
   * @throws {ApprovalRequired} a person has to decide and `wait` is false, or `timeoutSeconds` have passed
   * @throws {ApprovalDenied} the person said no (`ApprovalCancelled`: the request was withdrawn)
   * @throws {ApprovalExpired} nobody decided in time
   * @throws {KynaraUnavailable} no decision could be had (unless `failClosed` is false)
   * @throws {KynaraRequestError} Kynara refused the request itself
   */
  async enforce(action: string, options: EnforceOptions): Promise<Decision> {
    const { wait = true, timeoutSeconds = Number.POSITIVE_INFINITY, ...check } = options;
    const deadline = performance.now() + timeoutSeconds * 1000;
    let presented = options.approvalId;
    let usable: string | null = null;
    for (;;) {
      const decision = await this.check(action, { ...check, approvalId: presented });
      if (decision.allowed) return decision;
      const { approvalId } = decision;
      if (decision.effect === "deny" || approvalId === null) {
        if (presented === undefined || presented !== usable) throw denied(decision);
        if (!(await this.#wasUsedByAnother(decision, presented, options.signal))) throw denied(decision);
        presented = undefined;
        continue;
      }
      if (!wait) throw approvalRequired(decision);
      if (approvalId === usable) throw doesNotFit(decision);
      usable = approvalId;
      const approval = await waitUntilDecided({
        decision,
        deadline,
        outageSeconds: this.#retry.outageSeconds,
        signal: options.signal,
        poll: (waitSeconds) => this.findApproval(approvalId, { waitSeconds, signal: options.signal }),
      });
      presented = approval.state === "consumed" ? undefined : approvalId;
    }
  }

  /**
   * A function that runs only when Kynara allows it; each call is one decision, and rejects as `enforce` does.
   *
   * @example
   * const readRecord = kynara.guarded(
   *   { action: "ehr.read", resource: (patientId: string) => ({ type: "patient_record", id: patientId }) },
   *   (patientId: string) => ehr.getRecord(patientId),
   * );
   */
  guarded<Args extends readonly unknown[], Result>(
    options: GuardOptions<Args>,
    fn: (...args: Args) => Result | Promise<Result>,
  ): (...args: Args) => Promise<Result> {
    return async (...args) => {
      const { action, resource, context, onBehalfOf, wait, timeoutSeconds } = options;
      await this.enforce(action, {
        resource: typeof resource === "function" ? resource(...args) : resource,
        context: typeof context === "function" ? context(...args) : context,
        onBehalfOf: typeof onBehalfOf === "function" ? onBehalfOf(...args) : onBehalfOf,
        wait,
        timeoutSeconds,
      });
      return fn(...args);
    };
  }

  /**
   * The state of an approval.
   *
   * @param options.waitSeconds 0 to 25; the server holds the request that long while the approval is pending
   * @throws {KynaraUnavailable} the state could not be had
   * @throws {KynaraRequestError} there is no such approval for this key
   */
  async findApproval(
    approvalId: string,
    options: { readonly waitSeconds?: number | undefined; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<Approval> {
    const { waitSeconds = 0, signal } = options;
    const query = waitSeconds > 0 ? `?wait=${waitSeconds}` : "";
    const path = `/api/v1/approvals/${encodeURIComponent(approvalId)}${query}`;
    const body = await this.#transport.request({ method: "GET", path, extraSeconds: waitSeconds, signal });
    return this.#read(parseApproval(body));
  }

  /**
   * Withdraws a request that nobody has decided yet.
   *
   * @throws {KynaraRequestError} with status 409 when it has been decided meanwhile
   */
  async cancelApproval(approvalId: string): Promise<Approval> {
    const path = `/api/v1/approvals/${encodeURIComponent(approvalId)}/cancel`;
    return this.#read(parseApproval(await this.#transport.request({ method: "POST", path, body: {} })));
  }

  /** True when an equal request joined the same approval and was quicker: the loser asks for one of its own. */
  async #wasUsedByAnother(
    decision: Decision,
    approvalId: string,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    if (decision.reason !== "approval_not_valid") return false;
    return (await this.findApproval(approvalId, { signal })).state === "consumed";
  }

  async #ask(action: string, options: CheckOptions): Promise<Decision> {
    const { agentId, failClosed = true } = this.#options;
    const { resource, context, approvalId, signal } = options;
    const onBehalfOf = options.onBehalfOf ?? this.#options.onBehalfOf;
    // What is absent is left out rather than sent as null.
    const body = {
      ...(agentId && { subject_type: "agent", subject_id: agentId }),
      ...(onBehalfOf && { on_behalf_of_user_id: onBehalfOf }),
      action,
      resource,
      ...(context && { context }),
      ...(approvalId && { approval_id: approvalId }),
    };
    try {
      const path = "/api/v1/decisions/check";
      const answer = await this.#transport.request({ method: "POST", path, body, signal });
      return this.#read(parseDecision(answer, action, resource));
    } catch (error) {
      // A request that presents an approval was answered "not yet" before: being unreachable makes that no yes.
      if (!(error instanceof KynaraUnavailable) || failClosed || approvalId) throw error;
      const decision = decisionWithoutKynara(action, resource);
      (this.#options.onWarning ?? console.warn)(
        `${subjectLine(decision)} goes ahead WITHOUT a decision and WITHOUT an audit entry, because failClosed is ` +
          `off: ${error.message}`,
      );
      return decision;
    }
  }

  #read<T>(parsed: Parsed<T>): T {
    if (parsed.kind === "parsed") return parsed.value;
    throw new KynaraRequestError(
      `${this.#options.baseUrl} did not answer as Kynara does: ${parsed.why}. Check KYNARA_BASE_URL.`,
      { status: 200 },
    );
  }
}
