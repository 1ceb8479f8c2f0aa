import { isGroup } from "./is-group";
import { readOperand } from "./operand";
import { WEEKDAYS } from "./operators";
import type { Condition, GroupCondition, Literal, Operand, Scalar, TestCondition } from "./types";
import { POLICY_WORDS, type PolicyLanguage } from "./words/languages";
import type { Joint, NounPhrase, PolicyWords } from "./words/policy-words";

const LIST_SHOWN = 6;

/** How a test's subject is named: in full, or within a "whose". */
type Naming = "full" | "within_resource";

/**
 * A condition in plain words, without a full stop: "the record type is diagnosis and the purpose is TREAT".
 * For people to read; the JSON alone says what is enforced.
 * @param language English unless told otherwise
 */
export function describeCondition(condition: Condition, language: PolicyLanguage = "en"): string {
  return conditionWords(condition, POLICY_WORDS[language]);
}

/** As `describeCondition`, with the words at hand. */
export function conditionWords(condition: Condition, words: PolicyWords): string {
  if (typeof condition === "boolean") return condition ? words.always : words.never;
  return isGroup(condition) ? groupWords(condition, words) : testWords(condition, false, "full", words);
}

function groupWords({ op, args }: GroupCondition, words: PolicyWords): string {
  if (op === "not") return deniedWords(args[0] ?? true, words);
  if (args.length === 1) return conditionWords(args[0] ?? true, words);
  return args.map((member) => memberWords(member, words)).join(words.connective[op]);
}

/** A group within a group stands in parentheses, so that "and" and "or" cannot be misread. */
function memberWords(condition: Condition, words: PolicyWords): string {
  const text = conditionWords(condition, words);
  const grouped = typeof condition !== "boolean" && isGroup(condition) && condition.op !== "not";
  return grouped && condition.args.length > 1 ? `(${text})` : text;
}

function deniedWords(condition: Condition, words: PolicyWords): string {
  if (typeof condition === "boolean") return conditionWords(!condition, words);
  if (!isGroup(condition)) return testWords(condition, true, "full", words);
  if (condition.op === "not") return conditionWords(condition.args[0] ?? true, words);
  if (condition.args.length === 1) return deniedWords(condition.args[0] ?? true, words);
  return words.denied[condition.op](condition.args.map((member) => memberWords(member, words)).join("; "));
}

/** The test of a resource's attribute as it reads behind the resource: "whose …"; null where it is none. */
export function whoseWords(condition: Condition, words: PolicyWords): string | null {
  if (typeof condition === "boolean") return null;
  const denied = condition.op === "not" ? condition.args[0] : undefined;
  const test = denied ?? condition;
  if (typeof test === "boolean" || isGroup(test)) return null;
  const first = readOperand(test.args[0] ?? null);
  if (first.kind !== "reference" || words.whose(first.path) === null) return null;
  return testWords(test, denied !== undefined, "within_resource", words);
}

function testWords({ op, args }: TestCondition, denied: boolean, naming: Naming, words: PolicyWords): string {
  const [first = null, ...others] = args;
  const subject = subjectPhrase(first, naming, words);
  const listed = (op === "in" || op === "not_in") && Array.isArray(others[0]) && others[0].length > 0;
  const verb = words.verb({ op, denied, listed, plural: subject.plural });
  const joint = listed && (op === "in") === denied ? "nor" : op === "subset_of" || op === "eq" ? "and" : "or";
  return words.clause(subject.text, verb, restWords(op, others, joint, words));
}

function restWords(
  op: TestCondition["op"],
  [second, third, fourth]: readonly Operand[],
  joint: Joint,
  words: PolicyWords,
): string {
  if (second === undefined) return "";
  if (op === "time_between") {
    return words.hours(textOf(second, words), textOf(third, words)) + zoneWords(fourth, words);
  }
  if (op === "weekday_in") {
    const days = Array.isArray(second) ? second.map((day) => dayName(day, words)) : [];
    return (days.length === 0 ? words.noDay : words.join(days, "or")) + zoneWords(third, words);
  }
  const read = readOperand(second);
  return read.kind === "literal" ? literalWords(read.value, joint, words) : words.reference(read.path).text;
}

function dayName(day: string, words: PolicyWords): string {
  const known = WEEKDAYS.find((name) => name === day);
  return known === undefined ? day : words.weekdays[known];
}

function zoneWords(zone: Operand | undefined, words: PolicyWords): string {
  return zone === undefined || zone === "UTC" ? " (UTC)" : ` (${textOf(zone, words)})`;
}

function textOf(operand: Operand | undefined, words: PolicyWords): string {
  const read = readOperand(operand ?? "");
  return read.kind === "literal" ? String(read.value) : words.reference(read.path).text;
}

function subjectPhrase(operand: Operand, naming: Naming, words: PolicyWords): NounPhrase {
  const read = readOperand(operand);
  if (read.kind === "literal") return words.literalSubject(literalWords(read.value, "and", words));
  const within = naming === "within_resource" ? words.whose(read.path) : null;
  return within ?? words.reference(read.path);
}

function literalWords(value: Literal, joint: Joint, words: PolicyWords): string {
  if (!isList(value)) return words.scalar(value);
  if (value.length === 0) return words.emptyList;
  if (value.length <= LIST_SHOWN) return words.join(value.map(words.scalar), joint);
  const shown = value.slice(0, LIST_SHOWN - 1).map(words.scalar);
  return words.join([...shown, words.more(value.length - shown.length)], joint);
}

function isList(value: Literal): value is readonly Scalar[] {
  return Array.isArray(value);
}
