import type { TestOperator, Weekday } from "../operators";
import type { ReferencePath } from "../reference";
import type { Effect, Scalar } from "../types";

/** A subject of a sentence, with what its verb has to agree with. */
export interface NounPhrase {
  readonly text: string;
  readonly plural: boolean;
}

/** How an action is said, what stands between it and the resource, and where it happens when there is none. */
export interface ActionPhrase {
  readonly verb: string;
  readonly before: string;
  readonly place: string;
}

/** How the members of a list hang together; `nor` under a denial. */
export type Joint = "and" | "or" | "nor";

export interface TestPhrase {
  readonly op: TestOperator;
  readonly denied: boolean;
  /** Whether the second argument is a list that is told member by member, so that "one of" would be too much. */
  readonly listed: boolean;
  readonly plural: boolean;
}

/** What a list of operators to choose from says of one. */
export interface OperatorText {
  readonly label: string;
  /** Between the first argument and the second in a sentence. */
  readonly words: string;
  /** One sentence for help texts. */
  readonly help: string;
}

/**
 * Everything that a language has to say about a policy. What belongs together in a sentence of one language is one
 * member, so that another may agree, decline and order as it does.
 */
export interface PolicyWords {
  readonly effects: Readonly<Record<Effect, string>>;
  readonly always: string;
  readonly never: string;
  readonly weekdays: Readonly<Record<Weekday, string>>;
  readonly noDay: string;
  readonly emptyList: string;
  readonly appliesWhenUnknown: string;
  readonly appliesNotWhenUnknown: string;
  /** The whole: effect, who approves (may be empty), what is done, about what and when (may be empty). */
  readonly sentence: (effect: string, approvers: string, doing: string, when: string) => string;
  /** Who approves in one stage. */
  readonly stage: (roles: readonly string[], quorum: number) => string;
  readonly stages: (stages: readonly string[]) => string;
  readonly action: (pattern: string) => ActionPhrase;
  readonly resources: (types: readonly string[]) => string;
  /** Clauses of what is done, of which any is meant. */
  readonly alternatives: (clauses: readonly string[]) => string;
  readonly condition: (words: string) => string;
  readonly join: (words: readonly string[], joint: Joint) => string;
  readonly more: (count: number) => string;
  /** Members of a group that stands beside others. */
  readonly connective: Readonly<Record<"and" | "or", string>>;
  readonly denied: Readonly<Record<"and" | "or", (members: string) => string>>;
  readonly reference: (path: ReferencePath) => NounPhrase;
  /** An attribute of the resource just named: "whose record type"; null where the path is none. */
  readonly whose: (path: ReferencePath) => NounPhrase | null;
  /** A literal as the subject of a test. */
  readonly literalSubject: (text: string) => NounPhrase;
  readonly scalar: (value: Scalar) => string;
  readonly verb: (phrase: TestPhrase) => string;
  /** Subject, verb and what is compared with, as one clause. */
  readonly clause: (subject: string, verb: string, rest: string) => string;
  readonly hours: (from: string, until: string) => string;
  /** What `allows` of a role permits: "everything in the EHR", "every action". */
  readonly scope: (pattern: string) => string;
  readonly anyResource: string;
  readonly allowance: (what: string, where: string) => string;
}
