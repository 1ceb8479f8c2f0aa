import { compileTimeBetween, compileWeekdayIn, onTimes } from "./compile-time-test";
import { type CompileTest, type Evaluate, literalText, unknown } from "./evaluate";
import { type AddressRange, isInRange, parseAddress, parseCidr } from "./ip-address";
import { FALSE, type Kleene, kleeneNot, kleeneOf, TRUE, UNKNOWN } from "./kleene";
import { type ReadOperand, readOperand } from "./operand";
import type { TestOperator } from "./operators";
import { compileReader, MISSING, type Reader } from "./reader";
import { compileRegex } from "./regex";
import type { TestCondition } from "./types";
import { equalValues, haveCommonMember, isMemberOf, isSubset, membershipIn } from "./values";

const COMPILERS: { readonly [Op in TestOperator]: CompileTest } = {
  eq: compileEquals,
  neq: (a, b) => negate(compileEquals(a, b, [])),
  gt: onNumbers((x, y) => x > y),
  gte: onNumbers((x, y) => x >= y),
  lt: onNumbers((x, y) => x < y),
  lte: onNumbers((x, y) => x <= y),
  in: compileIn,
  not_in: (a, b) => negate(compileIn(a, b, [])),
  contains: (a, b) => onPresent(a, b, containsValue),
  intersects: (a, b) => onPresent(a, b, haveCommonMember),
  subset_of: (a, b) => onPresent(a, b, isSubset),
  starts_with: onTexts((text, part) => text.startsWith(part)),
  ends_with: onTexts((text, part) => text.endsWith(part)),
  matches: compileMatches,
  exists: (a) => {
    const read = compileReader(a);
    return (ctx) => ((read(ctx) ?? null) === null ? FALSE : TRUE);
  },
  ip_in: compileIpIn,
  before: onTimes((order) => order < 0),
  after: onTimes((order) => order > 0),
  time_between: compileTimeBetween,
  weekday_in: compileWeekdayIn,
};

const NOTHING: ReadOperand = { kind: "literal", value: null };

/** Compiles one test. A test over literals alone has one value for ever and is evaluated here. */
export function compileTest({ op, args }: TestCondition): Evaluate {
  const [a = NOTHING, b = NOTHING, ...rest] = args.map(readOperand);
  const evaluate = COMPILERS[op](a, b, rest);
  if (a.kind === "reference" || b.kind === "reference") return evaluate;
  const value = evaluate(null);
  return () => value;
}

function negate(evaluate: Evaluate): Evaluate {
  return (ctx) => kleeneNot(evaluate(ctx));
}

/** A test whose rule sees two values that are both there. */
function onPresent(a: ReadOperand, b: ReadOperand, rule: (a: unknown, b: unknown) => Kleene): Evaluate {
  const readA = compileReader(a);
  const readB = compileReader(b);
  return (ctx) => {
    const first = readA(ctx);
    const second = readB(ctx);
    return first === MISSING || second === MISSING ? UNKNOWN : rule(first, second);
  };
}

function compileEquals(a: ReadOperand, b: ReadOperand, _rest: readonly ReadOperand[]): Evaluate {
  if (b.kind === "literal" && isScalar(b.value)) return equalsLiteral(compileReader(a), b.value);
  if (a.kind === "literal" && isScalar(a.value)) return equalsLiteral(compileReader(b), a.value);
  return onPresent(a, b, equalValues);
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return !Array.isArray(value);
}

function equalsLiteral(read: Reader, literal: string | number | boolean | null): Evaluate {
  if (literal === null) {
    return (ctx) => {
      const value = read(ctx);
      return value === MISSING ? UNKNOWN : kleeneOf(value === null);
    };
  }
  const type = typeof literal;
  return (ctx) => {
    const value = read(ctx);
    if (value === literal) return TRUE;
    if (value === null) return FALSE;
    // Infinity and NaN are of type number here and of no type in the language.
    return typeof value === type && (type !== "number" || Number.isFinite(value)) ? FALSE : UNKNOWN;
  };
}

function compileIn(a: ReadOperand, b: ReadOperand, _rest: readonly ReadOperand[]): Evaluate {
  if (b.kind !== "literal" || !Array.isArray(b.value)) return onPresent(a, b, isMemberOf);
  const read = compileReader(a);
  const member = membershipIn(b.value);
  return (ctx) => {
    const value = read(ctx);
    return value === MISSING ? UNKNOWN : member(value);
  };
}

function containsValue(whole: unknown, part: unknown): Kleene {
  return typeof whole === "string" && typeof part === "string"
    ? kleeneOf(whole.includes(part))
    : isMemberOf(part, whole);
}

function onNumbers(rule: (x: number, y: number) => boolean): CompileTest {
  return (a, b) =>
    onPresent(a, b, (x, y) => {
      if (typeof x !== "number" || typeof y !== "number") return UNKNOWN;
      return Number.isFinite(x) && Number.isFinite(y) ? kleeneOf(rule(x, y)) : UNKNOWN;
    });
}

function onTexts(rule: (text: string, part: string) => boolean): CompileTest {
  return (a, b) =>
    onPresent(a, b, (x, y) =>
      typeof x === "string" && typeof y === "string" ? kleeneOf(rule(x, y)) : UNKNOWN,
    );
}

function compileMatches(a: ReadOperand, b: ReadOperand): Evaluate {
  const pattern = literalText(b);
  const test = pattern === null ? null : compileRegex(pattern);
  if (test === null) return unknown;
  const read = compileReader(a);
  return (ctx) => {
    const value = read(ctx);
    return typeof value === "string" ? kleeneOf(test(value)) : UNKNOWN;
  };
}

function compileIpIn(a: ReadOperand, b: ReadOperand): Evaluate {
  if (b.kind !== "literal") return unknown;
  const texts: readonly unknown[] = Array.isArray(b.value) ? b.value : [b.value];
  const ranges = texts.map((text) => (typeof text === "string" ? parseCidr(text) : null));
  if (!ranges.every((range): range is AddressRange => range !== null)) return unknown;
  const read = compileReader(a);
  return (ctx) => {
    const value = read(ctx);
    const address = typeof value === "string" ? parseAddress(value) : null;
    return address === null ? UNKNOWN : kleeneOf(ranges.some((range) => isInRange(address, range)));
  };
}
