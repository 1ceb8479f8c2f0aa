/**
 * Whether some dotted name is matched by both patterns (spec: policy language, "actions": `*` is one segment, at the
 * end one or more).
 */
export function patternsMeet(one: string, other: string): boolean {
  const a = one.split(".");
  const b = other.split(".");
  const fits = (open: string[], named: string[]) => open.at(-1) === "*" && named.length >= open.length;
  if (a.length !== b.length && !fits(a, b) && !fits(b, a)) {
    // Two open patterns of any lengths are met by a name that is long enough for both.
    if (a.at(-1) !== "*" || b.at(-1) !== "*") return false;
  }
  const shared = Math.min(a.length, b.length);
  return a
    .slice(0, shared)
    .every((segment, index) => segment === "*" || b[index] === "*" || segment === b[index]);
}
