import { isGroup } from "./interpret";
import { readOperand } from "./operand";
import { operatorSpec, WEEKDAYS, type Weekday } from "./operators";
import type { Condition, GroupCondition, Operand, TestCondition } from "./types";
import {
  isPlural,
  joinWords,
  nameOfLiteral,
  nameOfReference,
  nameOfScalar,
  nameWithinResource,
} from "./words";

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};
const PLURALS: Readonly<Record<string, string>> = {
  is: "are",
  does: "do",
  contains: "contain",
  shares: "share",
  starts: "start",
  ends: "end",
  matches: "match",
};

/** How a test's subject is named: in full, or within a "whose". */
type Naming = "full" | "within_resource";

/**
 * A condition in plain words, without a full stop: "the record type is diagnosis and the purpose is TREAT".
 * For people to read; the JSON alone says what is enforced.
 */
export function describeCondition(condition: Condition): string {
  if (typeof condition === "boolean") return condition ? "always" : "never";
  return isGroup(condition) ? describeGroup(condition) : describeTest(condition, false, "full");
}

function describeGroup({ op, args }: GroupCondition): string {
  if (op === "not") return describeDenied(args[0] ?? true);
  if (args.length === 1) return describeCondition(args[0] ?? true);
  return args.map(describeMember).join(` ${op} `);
}

/** A group within a group stands in parentheses, so that "and" and "or" cannot be misread. */
function describeMember(condition: Condition): string {
  const text = describeCondition(condition);
  const grouped = typeof condition !== "boolean" && isGroup(condition) && condition.op !== "not";
  return grouped && condition.args.length > 1 ? `(${text})` : text;
}

function describeDenied(condition: Condition): string {
  if (typeof condition === "boolean") return describeCondition(!condition);
  if (!isGroup(condition)) return describeTest(condition, true, "full");
  if (condition.op === "not") return describeCondition(condition.args[0] ?? true);
  if (condition.args.length === 1) return describeDenied(condition.args[0] ?? true);
  const members = condition.args.map(describeMember).join("; ");
  return condition.op === "and" ? `not all of this holds (${members})` : `none of this holds (${members})`;
}

/** The test of a resource's attribute as it reads behind "whose", or null where it is none. */
export function describeWithinResource(condition: Condition): string | null {
  if (typeof condition === "boolean") return null;
  const denied = condition.op === "not" ? condition.args[0] : undefined;
  const test = denied ?? condition;
  if (typeof test === "boolean" || isGroup(test)) return null;
  const first = readOperand(test.args[0] ?? null);
  if (first.kind !== "reference" || nameWithinResource(first.path) === null) return null;
  return describeTest(test, denied !== undefined, "within_resource");
}

function describeTest({ op, args }: TestCondition, denied: boolean, naming: Naming): string {
  const [first = null, ...others] = args;
  const subject = nameOfOperand(first, "and", naming);
  const spec = operatorSpec(op);
  const rest = describeRest(op, others);
  const listed = (op === "in" || op === "not_in") && Array.isArray(others[0]) && others[0].length > 0;
  const positive = listed && (op === "in") !== denied;
  const words = positive ? "is" : denied ? spec.negated : spec.words;
  return [subject, isPlural(subject) ? inPlural(words) : words, rest].filter((part) => part !== "").join(" ");
}

function inPlural(words: string): string {
  const [verb = "", ...rest] = words.split(" ");
  return [Object.hasOwn(PLURALS, verb) ? PLURALS[verb] : verb, ...rest].join(" ");
}

function describeRest(op: TestCondition["op"], [second, third, fourth]: readonly Operand[]): string {
  if (second === undefined) return "";
  if (op === "time_between") {
    return `${textOf(second)} and ${textOf(third)}${inZone(fourth)}`;
  }
  if (op === "weekday_in") {
    const days = Array.isArray(second) ? second.map(dayName) : [];
    return (days.length === 0 ? "no day" : joinWords(days, "or")) + inZone(third);
  }
  return nameOfOperand(second, op === "subset_of" || op === "eq" ? "and" : "or", "full");
}

function dayName(day: string): string {
  const known = WEEKDAYS.find((name) => name === day);
  return known === undefined ? day : DAY_NAMES[known];
}

function inZone(zone: Operand | undefined): string {
  return zone === undefined || zone === "UTC" ? " (UTC)" : ` (${textOf(zone)})`;
}

function textOf(operand: Operand | undefined): string {
  const read = readOperand(operand ?? "");
  return read.kind === "literal" ? String(read.value) : nameOfReference(read.path);
}

function nameOfOperand(operand: Operand, last: "and" | "or", naming: Naming): string {
  const read = readOperand(operand);
  if (read.kind === "literal") {
    return typeof read.value === "string" ? nameOfScalar(read.value) : nameOfLiteral(read.value, last);
  }
  const within = naming === "within_resource" ? nameWithinResource(read.path) : null;
  return within ?? nameOfReference(read.path);
}
