import { RE2JS } from "re2js";
import { isLongerThan } from "./json";
import { LIMITS } from "./limits";

/** Tells whether the pattern is found anywhere in a text, in time linear in the text's length. */
export type RegexTest = (text: string) => boolean;

const KEPT = 1024;
const compiled = new Map<string, RegexTest>();

/** An ASCII text, perhaps anchored, in which every special character is escaped: `^dr-`, `\.read$`. */
const LITERAL_PATTERN = /^(\^?)((?:[A-Za-z0-9 _\-:/@#%&=~,;!"'<>]|\\[.\\+*?()|[\]{}^$/-])*)(\$?)$/;

/**
 * Compiles a regular expression in RE2 syntax. Compiled ones are kept and shared.
 * @returns the test, or null where the pattern does not compile
 */
export function compileRegex(pattern: string): RegexTest | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (isLongerThan(pattern, LIMITS.regexCharacters)) return null;
  const test = literalTest(pattern) ?? automatonTest(pattern);
  if (test === null) return null;
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(pattern, test);
  return test;
}

/**
 * A plain ASCII text needs no automaton: string search gives the same answer. In RE2 without flags `^` and
 * `$` are the ends of the text, never of a line. (RE2 knows `\/` as a literal; ASCII punctuation may be
 * escaped.)
 */
function literalTest(pattern: string): RegexTest | null {
  const found = LITERAL_PATTERN.exec(pattern);
  if (found === null) return null;
  const literal = (found[2] ?? "").replace(/\\(.)/g, "$1");
  if (found[1] === "^") {
    return found[3] === "$" ? (text) => text === literal : (text) => text.startsWith(literal);
  }
  return found[3] === "$" ? (text) => text.endsWith(literal) : (text) => text.includes(literal);
}

function automatonTest(pattern: string): RegexTest | null {
  try {
    const regex = RE2JS.compile(pattern);
    return (text) => regex.test(text);
  } catch {
    return null;
  }
}
