/**
 * The sentences of the policy parser as patterns: it is pure and speaks English, so a fault is told in another language by
 * recognizing its sentence. A test holds each pattern to the sentence it is for.
 */
export const FAULT_PATTERNS = {
  anOperator: /^There is no operator (?<name>".*")\.$/s,
  argumentCount: /^The operator (?<op>\w+) takes (?<wanted>.+?) arguments?, not (?<count>\d+)\.$/,
  argumentList: /^The operator (?<op>\w+) needs a list of arguments\.$/,
  approvalElsewhere: /^Only a policy with the effect require_approval can have approval\.$/,
  choice: /^This must be one of (?<choices>.+)\.$/,
  conditionDepth: /^Conditions must not be nested deeper than (?<most>\d+)\.$/,
  conditionNodes: /^A condition must have at most (?<most>\d+) nodes; here is one more\.$/,
  conditionShape: /^A condition must be true, false or an object with "op" and "args"\.$/,
  deep: /^This is nested deeper than (?<most>\d+)\.$/,
  duplicateId: /^Another policy of the list has this id\.$/,
  empty: /^This must not be empty\.$/,
  escalationLate: /^Escalation must come before the approval expires\.$/,
  escalationRoles: /^Escalation needs the roles to escalate to\.$/,
  escalationTime: /^Escalation needs the time after which to escalate\.$/,
  flag: /^This must be true or false\.$/,
  idNeeded: /^The policy needs an id here\.$/,
  integer: /^This must be a whole number from (?<from>\d+) to (?<to>\d+)\.$/,
  list: /^This must be a list\.$/,
  listAtMost: /^This list must have at most (?<most>\d+) members\.$/,
  listBetween: /^This list must have (?<from>\d+) to (?<to>\d+) members\.$/,
  longPattern: /^A pattern must have at most (?<most>\d+) characters\.$/,
  longText: /^This must have at most (?<most>\d+) characters\.$/,
  manyMembers: /^This has more than (?<most>\d+) members\.$/,
  memberNeeded: /^A policy needs (?<name>\w+)\.$/,
  memberUnknown: /^(?<what>.+) has no member of this name\.$/,
  namePattern: /^A pattern is dotted segments, each a word or "\*", such as ehr\.read or ehr\.\*\.$/,
  network: /^This must be a network in CIDR notation, such as "10\.20\.0\.0\/16" or "2001:db8::\/32"\.$/,
  noValue: /^This is no value\.$/,
  notJson: /^This is no JSON value\.$/,
  numberLarge: /^This number is too large\.$/,
  object: /^(?<what>.+) must be an object\.$/,
  operand: /^An operand must be a string, number, boolean, null, a list, or \{"lit": value\}\.$/,
  operatorNeeded: /^A condition needs an "op" that names an operator\.$/,
  patternLiteral: /^The pattern must be a literal string\.$/,
  reference: /^This must be a reference, such as "ctx\.resource\.attrs\.unit"\.$/,
  referenceMalformed: /^This reference is malformed: write ctx\.a\.b, .*$/,
  regex: /^The pattern is no regular expression in RE2 syntax\.$/,
  scalar: /^This must be a string, number, boolean or null\.$/,
  text: /^This must be a string\.$/,
  timeOfDay: /^This must be a time of day from "00:00" to "23:59"\.$/,
  zone: /^This must be an IANA time zone, such as "America\/New_York"\.$/,
} as const satisfies Record<string, RegExp>;

export type FaultCode = keyof typeof FAULT_PATTERNS;

export interface RecognizedFault {
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string>>;
}

/** Which sentence a fault's message is, with what stands in its gaps; null for one of another origin. */
export function recognizeFault(message: string): RecognizedFault | null {
  for (const code of Object.keys(FAULT_PATTERNS) as FaultCode[]) {
    const found = FAULT_PATTERNS[code].exec(message);
    if (found !== null) return { code, values: { ...found.groups } };
  }
  return null;
}
