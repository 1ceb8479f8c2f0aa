import type { TokenProvider } from "./credential";
import type { Decision, Resource } from "./decision";
import type { RetryPolicy } from "./retry";

/** By what Kynara knows who asks: one of the two. */
type KynaraCredential =
  | {
      /** A key of the agent (`sk_live_…`), or a token that lives as long as the client. */
      readonly apiKey: string;
      readonly tokenProvider?: undefined;
    }
  | {
      readonly apiKey?: undefined;
      /** Returns a token of an issuer that the organization trusts. Asked for each request. */
      readonly tokenProvider: TokenProvider;
    };

export type KynaraOptions = KynaraSettings & KynaraCredential;

interface KynaraSettings {
  /** Where Kynara is, such as `https://kynara.example.org`. */
  readonly baseUrl: string;
  /** The agent that acts (`agt_…`); absent: the agent that the key or token belongs to. */
  readonly agentId?: string | undefined;
  /**
   * With false, an action runs **without any decision or audit entry** while Kynara cannot be reached; each such action
   * is warned about. It never covers a refusal, nor an action about which a person has been asked. True when absent.
   */
  readonly failClosed?: boolean | undefined;
  /** The person the agent acts for (`usr_…`), unless a call names another. */
  readonly onBehalfOf?: string | undefined;
  /** Until a silent connection counts as failed, for each attempt; 10 when absent. */
  readonly requestTimeoutSeconds?: number | undefined;
  /** Called with each decision as it arrives, before the action or the wait. What it throws stops the action. */
  readonly onDecision?: ((decision: Decision) => void) | undefined;
  /** Where warnings go; `console.warn` when absent. */
  readonly onWarning?: ((message: string) => void) | undefined;
  readonly retry?: Partial<RetryPolicy> | undefined;
  /** Another fetch than the global one. */
  readonly fetch?: typeof fetch | undefined;
}

export interface CheckOptions {
  readonly resource: Resource;
  /** The circumstances, such as `{ purpose: "TREAT" }`. */
  readonly context?: Readonly<Record<string, unknown>> | undefined;
  /** The person the agent acts for (`usr_…`). */
  readonly onBehalfOf?: string | undefined;
  /** The approval that this request obtained earlier (`apr_…`). */
  readonly approvalId?: string | undefined;
  /** Ends the call, and the wait in it, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface EnforceOptions extends CheckOptions {
  /** On `require_approval`, wait until a person has decided, then ask again; true when absent. */
  readonly wait?: boolean | undefined;
  /** Longest wait for people; absent: until the approval expires. */
  readonly timeoutSeconds?: number | undefined;
}

/** What `guarded` asks before each call; functions get the call's arguments. */
export interface GuardOptions<Args extends readonly unknown[]> {
  /** Dotted, such as `ehr.read`. */
  readonly action: string;
  readonly resource: Resource | ((...args: Args) => Resource);
  readonly context?:
    | Readonly<Record<string, unknown>>
    | ((...args: Args) => Record<string, unknown>)
    | undefined;
  readonly onBehalfOf?: string | ((...args: Args) => string | undefined) | undefined;
  readonly wait?: boolean | undefined;
  readonly timeoutSeconds?: number | undefined;
}
