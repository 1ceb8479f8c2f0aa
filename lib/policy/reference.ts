/** The segments behind `ctx`; `ctx.resource.attrs["a.b"]` is `["resource", "attrs", "a.b"]`. */
export type ReferencePath = readonly string[];

/** Marks a reference that leads nowhere; JSON has no `undefined`, so this cannot be mistaken for a value. */
export const MISSING = undefined;

const PLAIN_SEGMENT = /^[^\s.[\]"\p{Cc}]+$/u;
const NEXT_SEGMENT = /\.([^\s.[\]"\p{Cc}]+)|\[("(?:[^"\\]|\\.)*")\]/uy;

/** Whether an operand's string is a reference and not a literal. */
export function isReference(text: string): boolean {
  return text.startsWith("ctx.");
}

/**
 * Reads a reference into its segments.
 * @param text a string that starts with `ctx.`
 * @returns the segments, or null where the string is no well-formed reference
 */
export function parseReference(text: string): ReferencePath | null {
  if (!isReference(text)) return null;
  const segments: string[] = [];
  let at = 3;
  while (at < text.length) {
    NEXT_SEGMENT.lastIndex = at;
    const found = NEXT_SEGMENT.exec(text);
    if (found === null) return null;
    const segment = found[1] ?? unquote(found[2] ?? "");
    if (segment === null) return null;
    segments.push(segment);
    at = NEXT_SEGMENT.lastIndex;
  }
  return segments;
}

function unquote(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

/** The one spelling of a path, so that two spellings of the same reference are recognized as the same. */
export function formatReference(path: ReferencePath): string {
  let text = "ctx";
  for (const segment of path) {
    text += PLAIN_SEGMENT.test(segment) ? `.${segment}` : `[${JSON.stringify(segment)}]`;
  }
  return text;
}

/**
 * Follows a path. Only an object's own members are followed: no prototype member and no array index or
 * length is ever reached.
 * @returns the value, or `MISSING`
 */
export function readReference(root: unknown, path: ReferencePath): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return MISSING;
    if (!Object.hasOwn(value, segment)) return MISSING;
    value = (value as Readonly<Record<string, unknown>>)[segment];
  }
  return value;
}
