/** A value as JSON knows it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [member: string]: JsonValue | undefined;
}

/** Whether a value is a JSON object: not null and not an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether the longest string allowed is exceeded, counted in characters (code points) as the contract
 * says. The count is only made for strings that could be too long, so ordinary ones cost nothing.
 */
export function isLongerThan(text: string, characters: number): boolean {
  if (text.length <= characters) return false;
  if (text.length > characters * 2) return true;
  let count = 0;
  for (const _ of text) count += 1;
  return count > characters;
}

/** One segment of a JSON Pointer (RFC 6901 section 3), escaped. */
export function pointerSegment(segment: string | number): string {
  return `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
