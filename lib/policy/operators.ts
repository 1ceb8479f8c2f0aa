/** What an argument of an operator may be; the parser holds the rule for each. */
export type ArgumentKind =
  | "condition"
  | "value"
  | "reference"
  | "regex"
  | "cidrs"
  | "time_of_day"
  | "weekdays"
  | "zone";

/** What a `value` argument has to turn out as for the test to be known; a hint for editors, not a rule. */
export type ExpectedType = "any" | "number" | "string" | "list" | "list_or_string" | "time" | "address";

export interface ArgumentSpec {
  readonly name: string;
  readonly kind: ArgumentKind;
  readonly expects?: ExpectedType;
  readonly optional?: true;
}

interface OperatorShape {
  /** `group` combines conditions, `test` reads values. */
  readonly kind: "group" | "test";
  /** For a list of operators to choose from. */
  readonly label: string;
  /** Between the first argument and the second in a sentence. */
  readonly words: string;
  /** The same, denied; used under `not`. */
  readonly negated: string;
  /** One sentence for help texts. */
  readonly help: string;
  readonly args: readonly ArgumentSpec[];
  /** The last argument may be repeated. */
  readonly variadic?: true;
}

const left = (expects: ExpectedType): ArgumentSpec => ({ name: "value", kind: "value", expects });
const right = (name: string, expects: ExpectedType): ArgumentSpec => ({ name, kind: "value", expects });
const zone: ArgumentSpec = { name: "zone", kind: "zone", optional: true };
const conditions: ArgumentSpec = { name: "condition", kind: "condition" };

/** Every operator of the language: the one table that parser, schema, descriptions and builder share. */
export const OPERATORS = {
  and: {
    kind: "group",
    label: "all of",
    words: "and",
    negated: "not all of",
    help: "True when every condition in it is true; false when one is false.",
    args: [conditions],
    variadic: true,
  },
  or: {
    kind: "group",
    label: "any of",
    words: "or",
    negated: "none of",
    help: "True when one condition in it is true; false when all are false.",
    args: [conditions],
    variadic: true,
  },
  not: {
    kind: "group",
    label: "not",
    words: "not",
    negated: "",
    help: "Turns true into false and false into true; unknown stays unknown.",
    args: [conditions],
  },
  eq: {
    kind: "test",
    label: "is",
    words: "is",
    negated: "is not",
    help: "Both values are equal as JSON.",
    args: [left("any"), right("to", "any")],
  },
  neq: {
    kind: "test",
    label: "is not",
    words: "is not",
    negated: "is",
    help: "The values differ.",
    args: [left("any"), right("to", "any")],
  },
  gt: {
    kind: "test",
    label: "is greater than",
    words: "is greater than",
    negated: "is at most",
    help: "Compares two numbers.",
    args: [left("number"), right("than", "number")],
  },
  gte: {
    kind: "test",
    label: "is at least",
    words: "is at least",
    negated: "is less than",
    help: "Compares two numbers.",
    args: [left("number"), right("than", "number")],
  },
  lt: {
    kind: "test",
    label: "is less than",
    words: "is less than",
    negated: "is at least",
    help: "Compares two numbers.",
    args: [left("number"), right("than", "number")],
  },
  lte: {
    kind: "test",
    label: "is at most",
    words: "is at most",
    negated: "is greater than",
    help: "Compares two numbers.",
    args: [left("number"), right("than", "number")],
  },
  in: {
    kind: "test",
    label: "is one of",
    words: "is one of",
    negated: "is none of",
    help: "The value equals a member of the list.",
    args: [left("any"), right("list", "list")],
  },
  not_in: {
    kind: "test",
    label: "is none of",
    words: "is none of",
    negated: "is one of",
    help: "The value equals no member of the list.",
    args: [left("any"), right("list", "list")],
  },
  contains: {
    kind: "test",
    label: "contains",
    words: "contains",
    negated: "does not contain",
    help: "A list has the value as a member, or a text has it as a part.",
    args: [left("list_or_string"), right("member", "any")],
  },
  intersects: {
    kind: "test",
    label: "shares a member with",
    words: "shares a member with",
    negated: "shares no member with",
    help: "The two lists have a member in common.",
    args: [left("list"), right("list", "list")],
  },
  subset_of: {
    kind: "test",
    label: "is within",
    words: "is within",
    negated: "is not within",
    help: "Every member of the first list is in the second.",
    args: [left("list"), right("list", "list")],
  },
  starts_with: {
    kind: "test",
    label: "starts with",
    words: "starts with",
    negated: "does not start with",
    help: "The text begins with the other.",
    args: [left("string"), right("prefix", "string")],
  },
  ends_with: {
    kind: "test",
    label: "ends with",
    words: "ends with",
    negated: "does not end with",
    help: "The text ends with the other.",
    args: [left("string"), right("suffix", "string")],
  },
  matches: {
    kind: "test",
    label: "matches the pattern",
    words: "matches the pattern",
    negated: "does not match the pattern",
    help: "The regular expression (RE2 syntax) is found anywhere in the text.",
    args: [left("string"), { name: "pattern", kind: "regex" }],
  },
  exists: {
    kind: "test",
    label: "is present",
    words: "is present",
    negated: "is absent",
    help: "The attribute is there and is not null. Never unknown.",
    args: [{ name: "reference", kind: "reference", expects: "any" }],
  },
  ip_in: {
    kind: "test",
    label: "is an address in",
    words: "is an address in",
    negated: "is not an address in",
    help: "The IPv4 or IPv6 address lies in one of the networks.",
    args: [left("address"), { name: "networks", kind: "cidrs" }],
  },
  before: {
    kind: "test",
    label: "is before",
    words: "is before",
    negated: "is not before",
    help: "The first instant is earlier than the second.",
    args: [left("time"), right("than", "time")],
  },
  after: {
    kind: "test",
    label: "is after",
    words: "is after",
    negated: "is not after",
    help: "The first instant is later than the second.",
    args: [left("time"), right("than", "time")],
  },
  time_between: {
    kind: "test",
    label: "is between the hours",
    words: "is between",
    negated: "is not between",
    help: "The local time of day lies from the first hour up to, but not including, the second.",
    args: [left("time"), { name: "from", kind: "time_of_day" }, { name: "until", kind: "time_of_day" }, zone],
  },
  weekday_in: {
    kind: "test",
    label: "is on a weekday of",
    words: "is on",
    negated: "is not on",
    help: "The local weekday is one of those listed.",
    args: [left("time"), { name: "weekdays", kind: "weekdays" }, zone],
  },
} as const satisfies Record<string, OperatorShape>;

export type Operator = keyof typeof OPERATORS;
export type GroupOperator = "and" | "or" | "not";
export type TestOperator = Exclude<Operator, GroupOperator>;
export type OperatorSpec = OperatorShape;

/** The operators in the order in which an editor should list them. */
export const OPERATOR_NAMES = Object.keys(OPERATORS) as readonly Operator[];

/** Whether a name is an operator; `constructor` and its like are not. */
export function isOperator(name: unknown): name is Operator {
  return typeof name === "string" && Object.hasOwn(OPERATORS, name);
}

export function isGroupOperator(op: string): op is GroupOperator {
  return op === "and" || op === "or" || op === "not";
}

/** The specification of an operator, widened so that optional members can be read of any. */
export function operatorSpec(op: Operator): OperatorSpec {
  return OPERATORS[op];
}

/** How many arguments an operator takes, at least and at most. */
export function operatorArity(op: Operator): { readonly min: number; readonly max: number } {
  const spec = operatorSpec(op);
  const min = spec.args.filter((arg) => arg.optional !== true).length;
  return { min, max: spec.variadic === true ? Number.POSITIVE_INFINITY : spec.args.length };
}

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
