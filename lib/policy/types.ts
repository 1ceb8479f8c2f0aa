import type { FaultCode } from "./fault-sentences";
import type { JsonValue } from "./json";
import type { GroupOperator, TestOperator } from "./operators";

/** What a policy, and so a decision, says. */
export type Effect = "allow" | "deny" | "require_approval";

/** The value of a condition in Kleene's three-valued logic. */
export type TruthValue = "true" | "false" | "unknown";

export type Scalar = string | number | boolean | null;

/** What a literal can be: a scalar or a flat list of scalars. */
export type Literal = Scalar | readonly Scalar[];

/**
 * An argument of a test. A string that starts with `ctx.` is a reference, every other value is a literal;
 * `{ lit }` is always a literal.
 */
export type Operand = Literal | { readonly lit: Literal };

export interface GroupCondition {
  readonly op: GroupOperator;
  readonly args: readonly Condition[];
}

export interface TestCondition {
  readonly op: TestOperator;
  readonly args: readonly Operand[];
}

export type Condition = boolean | GroupCondition | TestCondition;

/** People who have to agree, one group after another. */
export interface ApprovalStage {
  readonly approver_roles?: readonly string[];
  readonly quorum?: number;
}

/** The `approval` member of a policy, as written (spec: "Approvals"). */
export interface ApprovalRules {
  readonly approver_roles?: readonly string[];
  readonly quorum?: number;
  readonly stages?: readonly ApprovalStage[];
  readonly expires_in_seconds?: number;
  readonly escalate_after_seconds?: number;
  readonly escalate_to_roles?: readonly string[];
  readonly separation_of_duties?: boolean;
  readonly step_up?: "none" | "passkey";
  readonly require_reason?: "deny" | "always";
  readonly uses?: number;
  readonly window_seconds?: number;
  readonly relationship?: Condition;
}

/** Something the caller must do with the answer, such as redacting fields. */
export interface Obligation {
  readonly type: string;
  readonly [member: string]: JsonValue | undefined;
}

/** What an unknown condition does: the policy matches, or it is passed over. */
export type OnUnknown = "match" | "no_match";

/** A policy document as it stands in JSON; members left out keep their defaults. */
export interface Policy {
  readonly display_name: string;
  readonly effect: Effect;
  readonly priority?: number;
  readonly actions: readonly string[];
  readonly resource_types?: readonly string[];
  readonly condition?: Condition;
  readonly approval?: ApprovalRules;
  readonly obligations?: readonly Obligation[];
  readonly unknown?: OnUnknown;
  readonly enabled?: boolean;
}

/** A policy that can take part in decisions: it has an id, unique within its set. */
export interface IdentifiedPolicy extends Policy {
  readonly id: string;
}

/** The person or program a request is about. */
export interface Principal {
  readonly type?: string;
  readonly id?: string;
  readonly roles?: readonly string[];
  readonly attrs?: { readonly [name: string]: JsonValue | undefined };
}

/**
 * What conditions can read. All members are optional: one that is absent is missing to a condition.
 * `approver` stands there only while an approval's `relationship` is evaluated.
 */
export interface PolicyContext {
  readonly subject?: Principal;
  readonly on_behalf_of?: Principal | undefined;
  readonly action?: {
    readonly name?: string;
    readonly attrs?: { readonly [name: string]: JsonValue | undefined };
  };
  readonly resource?: {
    readonly type?: string;
    readonly id?: string;
    readonly attrs?: { readonly [name: string]: JsonValue | undefined };
  };
  readonly context?: { readonly [name: string]: JsonValue | undefined };
  readonly env?: { readonly time?: string; readonly region?: string };
  readonly approver?: Principal;
}

/**
 * Why a decision is what it is: a policy whose condition is true, a policy whose condition is unknown and
 * whose `unknown` says match, or no policy at all.
 */
export type DecisionReason = "policy_matched" | "policy_matched_unknown" | "no_matching_policy";

/** One stage of an approval with every default filled in. */
export interface ApprovalStageTerms {
  /** Roles that may vote; empty: everybody whom the service lets decide approvals. */
  readonly approver_roles: readonly string[];
  /** How many distinct people have to approve. */
  readonly quorum: number;
}

/** An approval's rules with every default filled in; what the approval service works from. */
export interface ApprovalTerms {
  /** At least one, passed one after another. */
  readonly stages: readonly ApprovalStageTerms[];
  readonly expires_in_seconds: number;
  readonly escalate_after_seconds: number | null;
  readonly escalate_to_roles: readonly string[];
  readonly separation_of_duties: boolean;
  readonly step_up: "none" | "passkey";
  readonly require_reason: "deny" | "always";
  readonly uses: number;
  readonly window_seconds: number | null;
  readonly relationship: Condition | null;
}

/** The answer of a policy set. The object is shared between decisions: it is frozen. */
export interface Decision {
  readonly effect: Effect;
  readonly matchedPolicyId: string | null;
  readonly reason: DecisionReason;
  /** Obligations of the policy that matched, in the order they were written. */
  readonly obligations: readonly Obligation[];
  /** Set when and only when the effect is `require_approval`. */
  readonly approval: ApprovalTerms | null;
}

/** One thing wrong with a document: where (RFC 6901 JSON Pointer) and what, in a sentence. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
  /** Which sentence `message` is, and what fills its gaps: stable, for saying it in another language. */
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Parsed<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "invalid"; readonly faults: readonly Fault[] };
