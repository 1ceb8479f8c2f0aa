/** Tells whether the pattern is found anywhere in a text, in time linear in the text's length. */
export type RegexTest = (text: string) => boolean;

/**
 * Compiles a pattern in RE2 syntax.
 * @returns the test, or null for a text that is no pattern, or is not known to be one
 */
export type RegexEngine = (pattern: string) => RegexTest | null;

/** An ASCII text, perhaps anchored, in which every special character is escaped: `^dr-`, `\.read$`. */
const LITERAL_PATTERN = /^(\^?)((?:[A-Za-z0-9 _\-:/@#%&=~,;!"'<>]|\\[.\\+*?()|[\]{}^$/-])*)(\$?)$/;

/**
 * The engine that knows plain ASCII texts alone, perhaps anchored, and needs no automaton: string search gives the
 * same answer there. Whoever has not loaded RE2 parses with this one: a pattern it does not know is a fault like one
 * that does not compile, so nothing is accepted unchecked.
 *
 * In RE2 without flags `^` and `$` are the ends of the text, never of a line. (RE2 knows `\/` as a literal; ASCII
 * punctuation may be escaped.)
 * @returns the test, or null for every other pattern, good or bad
 */
export const literalEngine: RegexEngine = (pattern) => {
  const found = LITERAL_PATTERN.exec(pattern);
  if (found === null) return null;
  const literal = (found[2] ?? "").replace(/\\(.)/g, "$1");
  if (found[1] === "^") {
    return found[3] === "$" ? (text) => text === literal : (text) => text.startsWith(literal);
  }
  return found[3] === "$" ? (text) => text.endsWith(literal) : (text) => text.includes(literal);
};
