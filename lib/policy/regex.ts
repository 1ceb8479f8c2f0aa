import { RE2JS } from "re2js";
import { isLongerThan } from "./json";
import { LIMITS } from "./limits";
import { literalEngine, type RegexEngine, type RegexTest } from "./regex-engine";

const KEPT = 1024;
const compiled = new Map<string, RegexTest>();

/**
 * Compiles a regular expression in RE2 syntax: the engine that decides. Compiled ones are kept and shared.
 * @returns the test, or null where the pattern does not compile
 */
export const compileRegex: RegexEngine = (pattern) => {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (isLongerThan(pattern, LIMITS.regexCharacters)) return null;
  const test = literalEngine(pattern) ?? automatonTest(pattern);
  if (test === null) return null;
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(pattern, test);
  return test;
};

function automatonTest(pattern: string): RegexTest | null {
  try {
    const regex = RE2JS.compile(pattern);
    return (text) => regex.test(text);
  } catch {
    return null;
  }
}
