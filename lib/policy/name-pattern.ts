/**
 * Patterns over dotted names (actions, resource types). The segment `*` stands for exactly one segment,
 * except at the end, where it stands for one or more.
 */
const PATTERN_SEGMENT = /^(?:\*|[^\s.*\p{Cc}]+)$/u;

/** Whether a text is a well-formed pattern: non-empty segments, `*` only as a whole segment. */
export function isNamePattern(text: string): boolean {
  return text.split(".").every((segment) => PATTERN_SEGMENT.test(segment));
}

/**
 * Whether a pattern matches a name; case-sensitive. The plain rule, segment by segment; `NamePatternIndex`
 * gives the same answer for many patterns at once.
 */
export function matchesName(pattern: string, name: string): boolean {
  const wanted = pattern.split(".");
  const given = name.split(".");
  const open = wanted.at(-1) === "*";
  if (open ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((segment, index) => segment === "*" || segment === given[index]);
}

/** The same question for several patterns, with what can be prepared done once. */
export function compileNameTest(patterns: readonly string[]): (name: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes("*")));
  const wildcards = patterns.filter((pattern) => pattern.includes("*"));
  if (wildcards.length === 0) return (name) => exact.has(name);
  return (name) => exact.has(name) || wildcards.some((pattern) => matchesName(pattern, name));
}
