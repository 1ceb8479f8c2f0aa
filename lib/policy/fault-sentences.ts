/** What of a document a sentence is about. */
const PARTS = {
  approval: "approval",
  condition: "A condition",
  obligation: "An obligation",
  operand: "An operand",
  policy: "A policy",
  stage: "A stage",
} as const;
export type Part = keyof typeof PARTS;

interface ArgumentCount {
  op: string;
  /** `between` is one number or the other; `max` says nothing for `more`. */
  shape: "exact" | "more" | "between";
  min: number;
  max: number;
  count: number;
}

/** What can be wrong with a document: by code and parameters for who speaks another language, and in English. */
export const FAULT_SENTENCES = {
  approval_elsewhere: () => "Only a policy with the effect require_approval can have approval.",
  argument_count: ({ op, shape, min, max, count }: ArgumentCount) => {
    const wanted = { exact: `${min}`, more: `${min} or more`, between: `${min} or ${max}` }[shape];
    return `The operator ${op} takes ${wanted} ${max === 1 ? "argument" : "arguments"}, not ${count}.`;
  },
  argument_list: ({ op }: { op: string }) => `The operator ${op} needs a list of arguments.`,
  choice: ({ choices }: { choices: string }) => `This must be one of ${choices}.`,
  condition_depth: ({ most }: { most: number }) => `Conditions must not be nested deeper than ${most}.`,
  condition_nodes: ({ most }: { most: number }) =>
    `A condition must have at most ${most} nodes; here is one more.`,
  condition_shape: () => 'A condition must be true, false or an object with "op" and "args".',
  deep: ({ most }: { most: number }) => `This is nested deeper than ${most}.`,
  duplicate_id: () => "Another policy of the list has this id.",
  empty: () => "This must not be empty.",
  escalation_late: () => "Escalation must come before the approval expires.",
  escalation_roles: () => "Escalation needs the roles to escalate to.",
  escalation_time: () => "Escalation needs the time after which to escalate.",
  flag: () => "This must be true or false.",
  id_needed: () => "The policy needs an id here.",
  integer: ({ from, to }: { from: number; to: number }) =>
    `This must be a whole number from ${from} to ${to}.`,
  list: () => "This must be a list.",
  list_at_most: ({ most }: { most: number }) => `This list must have at most ${most} members.`,
  list_between: ({ from, to }: { from: number; to: number }) =>
    `This list must have ${from} to ${to} members.`,
  long_pattern: ({ most }: { most: number }) => `A pattern must have at most ${most} characters.`,
  long_text: ({ most }: { most: number }) => `This must have at most ${most} characters.`,
  many_members: ({ most }: { most: number }) => `This has more than ${most} members.`,
  member_needed: ({ name }: { name: string }) => `A policy needs ${name}.`,
  member_unknown: ({ what }: { what: Part }) => `${PARTS[what]} has no member of this name.`,
  name_pattern: () => 'A pattern is dotted segments, each a word or "*", such as ehr.read or ehr.*.',
  network: () => 'This must be a network in CIDR notation, such as "10.20.0.0/16" or "2001:db8::/32".',
  no_operator: ({ name }: { name: string }) => `There is no operator "${name}".`,
  no_value: () => "This is no value.",
  not_json: () => "This is no JSON value.",
  number_large: () => "This number is too large.",
  object: ({ what }: { what: Part }) => `${PARTS[what]} must be an object.`,
  operand: () => 'An operand must be a string, number, boolean, null, a list, or {"lit": value}.',
  operator_needed: () => 'A condition needs an "op" that names an operator.',
  pattern_literal: () => "The pattern must be a literal string.",
  reference: () => 'This must be a reference, such as "ctx.resource.attrs.unit".',
  reference_malformed: () =>
    'This reference is malformed: write ctx.a.b, other characters as ctx.a["b c"]; for a text, {"lit": "ctx. …"}.',
  regex: () => "The pattern is no regular expression in RE2 syntax.",
  scalar: () => "This must be a string, number, boolean or null.",
  text: () => "This must be a string.",
  time_of_day: () => 'This must be a time of day from "00:00" to "23:59".',
  zone: () => 'This must be an IANA time zone, such as "America/New_York".',
} as const;

export type FaultCode = keyof typeof FAULT_SENTENCES;
export const FAULT_CODES = Object.keys(FAULT_SENTENCES) as readonly FaultCode[];
export type FaultParams<Code extends FaultCode> = Parameters<(typeof FAULT_SENTENCES)[Code]>;
