import { compareInstants, type Instant, parseInstant } from "./instant";
import { isInRange, parseAddress, parseCidr } from "./ip-address";
import { type Kleene, kleeneAnd, kleeneNot, kleeneOf, kleeneOr, TRUE, UNKNOWN } from "./kleene";
import type { TestOperator } from "./operators";
import { MISSING } from "./reference";
import { compileRegex } from "./regex";
import { localTime, parseTimeOfDay } from "./zone";

type Values = readonly unknown[];
type Rule = (a: unknown, b: unknown, rest: Values) => Kleene;

/**
 * What each test means, written as the contract says it and for no other quality: the compiled form is
 * checked against this one. Arguments are values already looked up; none of them is missing.
 */
const RULES: { readonly [Op in Exclude<TestOperator, "exists">]: Rule } = {
  eq: equals,
  neq: (a, b) => kleeneNot(equals(a, b)),
  gt: (a, b) => compareNumbers(a, b, (x, y) => x > y),
  gte: (a, b) => compareNumbers(a, b, (x, y) => x >= y),
  lt: (a, b) => compareNumbers(a, b, (x, y) => x < y),
  lte: (a, b) => compareNumbers(a, b, (x, y) => x <= y),
  in: isMember,
  not_in: (a, list) => kleeneNot(isMember(a, list)),
  contains: (whole, part) =>
    typeof whole === "string" && typeof part === "string"
      ? kleeneOf(whole.includes(part))
      : isMember(part, whole),
  intersects: (a, b) =>
    Array.isArray(a) && Array.isArray(b)
      ? kleeneOr(a.map((member: unknown) => isMember(member, b)))
      : UNKNOWN,
  subset_of: (a, b) =>
    Array.isArray(a) && Array.isArray(b)
      ? kleeneAnd(a.map((member: unknown) => isMember(member, b)))
      : UNKNOWN,
  starts_with: (a, b) => compareTexts(a, b, (text, part) => text.startsWith(part)),
  ends_with: (a, b) => compareTexts(a, b, (text, part) => text.endsWith(part)),
  matches: (a, b) => compareTexts(a, b, (text, pattern) => compileRegex(pattern)?.(text)),
  ip_in: isInNetworks,
  before: (a, b) => compareTimes(a, b, (order) => order < 0),
  after: (a, b) => compareTimes(a, b, (order) => order > 0),
  time_between: isTimeBetween,
  weekday_in: isWeekdayIn,
};

/**
 * The value of one test.
 * @param values the arguments, looked up; `MISSING` for a reference that leads nowhere
 */
export function interpretTest(op: TestOperator, values: Values): Kleene {
  if (op === "exists") return kleeneOf(values[0] !== MISSING && values[0] !== null);
  if (values.some((value) => value === MISSING)) return UNKNOWN;
  return RULES[op](values[0], values[1], values.slice(2));
}

function typeName(value: unknown): "null" | "string" | "number" | "boolean" | "list" | "other" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isFinite(value) ? "number" : "other";
  return typeof value === "string" || typeof value === "boolean"
    ? (typeof value as "string" | "boolean")
    : "other";
}

function equals(a: unknown, b: unknown): Kleene {
  if (a === null || b === null) return kleeneOf(a === b);
  if (typeName(a) !== typeName(b) || typeName(a) === "other") return UNKNOWN;
  if (!Array.isArray(a) || !Array.isArray(b)) return kleeneOf(a === b);
  if (a.length !== b.length) return kleeneOf(false);
  return kleeneAnd(a.map((member: unknown, index) => equals(member, b[index])));
}

function isMember(a: unknown, list: unknown): Kleene {
  return Array.isArray(list) ? kleeneOr(list.map((member: unknown) => equals(a, member))) : UNKNOWN;
}

function compareNumbers(a: unknown, b: unknown, rule: (a: number, b: number) => boolean): Kleene {
  if (typeof a !== "number" || typeof b !== "number") return UNKNOWN;
  return Number.isFinite(a) && Number.isFinite(b) ? kleeneOf(rule(a, b)) : UNKNOWN;
}

function compareTexts(a: unknown, b: unknown, rule: (a: string, b: string) => boolean | undefined): Kleene {
  const value = typeof a === "string" && typeof b === "string" ? rule(a, b) : undefined;
  return value === undefined ? UNKNOWN : kleeneOf(value);
}

function instantOf(value: unknown): Instant | null {
  return typeof value === "string" ? parseInstant(value) : null;
}

function compareTimes(a: unknown, b: unknown, rule: (order: number) => boolean): Kleene {
  const first = instantOf(a);
  const second = instantOf(b);
  return first === null || second === null ? UNKNOWN : kleeneOf(rule(compareInstants(first, second)));
}

function isInNetworks(text: unknown, networks: unknown): Kleene {
  const address = typeof text === "string" ? parseAddress(text) : null;
  if (address === null) return UNKNOWN;
  const list: Values = Array.isArray(networks) ? networks : [networks];
  return kleeneOr(
    list.map((network) => {
      const range = typeof network === "string" ? parseCidr(network) : null;
      return range === null ? UNKNOWN : kleeneOf(isInRange(address, range));
    }),
  );
}

function isTimeBetween(time: unknown, from: unknown, [until, zone = "UTC"]: Values): Kleene {
  const instant = instantOf(time);
  if (instant === null || typeof from !== "string" || typeof until !== "string") return UNKNOWN;
  const start = parseTimeOfDay(from);
  const end = parseTimeOfDay(until);
  const local = typeof zone === "string" ? localTime(instant, zone) : null;
  if (start === null || end === null || local === null) return UNKNOWN;
  if (start === end) return TRUE;
  const { minuteOfDay } = local;
  const within =
    start < end ? minuteOfDay >= start && minuteOfDay < end : minuteOfDay >= start || minuteOfDay < end;
  return kleeneOf(within);
}

function isWeekdayIn(time: unknown, days: unknown, [zone = "UTC"]: Values): Kleene {
  const instant = instantOf(time);
  const local = instant === null || typeof zone !== "string" ? null : localTime(instant, zone);
  return local === null || !Array.isArray(days) ? UNKNOWN : kleeneOf(days.includes(local.weekday));
}
