/** What Kynara may answer; `allow` alone lets an action run. */
export type Effect = "allow" | "deny" | "require_approval";

/** What is acted on: its kind, its id and what is known of it. */
export interface Resource {
  readonly type: string;
  readonly id?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

/** What the caller must do when it goes ahead, such as `{ type: "redact", fields: ["ssn"] }`. */
export type Obligation = Readonly<Record<string, unknown>>;

/** One recorded answer of Kynara. An object is always truthy: ask `decision.allowed`. */
export interface Decision {
  readonly effect: Effect;
  /** `effect === "allow"`. */
  readonly allowed: boolean;
  /** Id of the entry in the audit log (`dec_…`); empty when `unrecorded`. */
  readonly decisionId: string;
  /** A code, such as `policy` or `no_matching_policy`. */
  readonly reason: string;
  /** The same for a person to read, with what can be done about it. */
  readonly message: string;
  /** What was asked about, as the caller gave it. */
  readonly action: string;
  readonly resource: Resource;
  readonly matchedPolicyId: string | null;
  readonly obligations: readonly Obligation[];
  readonly approvalId: string | null;
  /** Where a person decides. */
  readonly approvalUrl: string | null;
  /** RFC 3339 instant at which the approval ends. */
  readonly expiresAt: string | null;
  /** Always 0: a decision holds for one action, and the SDK caches none. */
  readonly ttlSeconds: number;
  /** True only with `failClosed: false` while Kynara could not be asked: nobody decided, nothing was recorded. */
  readonly unrecorded: boolean;
}

/** The state of one approval, from `GET /api/v1/approvals/{id}`. */
export interface Approval {
  readonly id: string;
  /** `pending`, `approved`, `denied`, `expired`, `cancelled` or `consumed`. */
  readonly state: string;
  readonly reason: string | null;
  /** The person who settled it. */
  readonly decidedBy: { readonly id: string; readonly name: string } | null;
  readonly expiresAt: string | null;
  readonly approvalUrl: string | null;
}

/** A body read from the wire, or why it cannot be read. */
export type Parsed<T> =
  | { readonly kind: "parsed"; readonly value: T }
  | { readonly kind: "malformed"; readonly why: string };

/**
 * Reads the answer of a check. An unknown effect, an answer without its decision id and a `require_approval` without
 * an approval are malformed: nothing but a whole, recorded allow is an allow.
 */
export function parseDecision(body: unknown, action: string, resource: Resource): Parsed<Decision> {
  if (!isObject(body)) return malformed("the answer is no JSON object");
  const { effect, decision_id: decisionId, obligations = null } = body;
  if (effect !== "allow" && effect !== "deny" && effect !== "require_approval") {
    return malformed("the answer has no known effect");
  }
  if (typeof decisionId !== "string" || decisionId === "") return malformed("the answer has no decision_id");
  if (effect === "require_approval" && text(body.approval_id) === null) {
    return malformed("the answer requires an approval but names none");
  }
  if (obligations !== null && !(Array.isArray(obligations) && obligations.every(isObject))) {
    return malformed("the obligations are no list of objects");
  }
  return {
    kind: "parsed",
    value: {
      effect,
      allowed: effect === "allow",
      decisionId,
      reason: text(body.reason) ?? "",
      action,
      message: text(body.message) ?? "",
      resource,
      matchedPolicyId: text(body.matched_policy_id),
      obligations: obligations ?? [],
      approvalId: text(body.approval_id),
      approvalUrl: text(body.approval_url),
      expiresAt: text(body.expires_at),
      ttlSeconds: typeof body.ttl_seconds === "number" ? body.ttl_seconds : 0,
      unrecorded: false,
    },
  };
}

/** Reads the state of an approval. */
export function parseApproval(body: unknown): Parsed<Approval> {
  const id = isObject(body) ? text(body.id) : null;
  const state = isObject(body) ? text(body.state) : null;
  if (!isObject(body) || id === null || state === null) return malformed("the answer is no approval");
  return {
    kind: "parsed",
    value: {
      id,
      state,
      reason: text(body.reason),
      decidedBy: person(body.resolved_by),
      expiresAt: text(body.expires_at),
      approvalUrl: text(body.approval_url),
    },
  };
}

/** The stand-in for a decision that could not be had, with `failClosed: false`. */
export function decisionWithoutKynara(action: string, resource: Resource): Decision {
  return {
    effect: "allow",
    allowed: true,
    decisionId: "",
    reason: "kynara_unavailable",
    action,
    message: "Kynara could not be asked.",
    resource,
    matchedPolicyId: null,
    obligations: [],
    approvalId: null,
    approvalUrl: null,
    expiresAt: null,
    ttlSeconds: 0,
    unrecorded: true,
  };
}

/** The action and the kind of resource, without its id: messages end up in logs, and an id can point at a patient. */
export function subjectLine(decision: Pick<Decision, "action" | "resource">): string {
  return `${decision.action} on ${decision.resource.type}`;
}

function malformed(why: string): { readonly kind: "malformed"; readonly why: string } {
  return { kind: "malformed", why };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function person(value: unknown): Approval["decidedBy"] {
  const id = isObject(value) ? text(value.id) : null;
  return isObject(value) && id !== null ? { id, name: text(value.name) ?? id } : null;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
