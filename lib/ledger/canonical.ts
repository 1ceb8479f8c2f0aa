/** What an entry's `data` may hold: JSON whose numbers are integers within ±(2^53−1). */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Why a value has no canonical bytes. `path` is a JSON Pointer (RFC 6901) into the value; "" is the whole. */
export interface CanonicalRefusal {
  readonly kind: "refused";
  readonly path: string;
  readonly sentence: string;
}

export type Canonical = { readonly kind: "canonical"; readonly text: string } | CanonicalRefusal;

/** Deeper values are refused: every verifier must be able to read them without running out of stack. */
export const MAX_DEPTH = 64;

/** Carries a refusal out of the recursion; it never leaves `canonicalJson`. */
class Refused extends Error {
  readonly path: string[] = [];
}

/**
 * Canonical JSON text of RFC 8785 (JCS); its UTF-8 is what is hashed. Members are ordered by UTF-16 code units,
 * strings and integers are written as ECMAScript writes them (RFC 8785, section 3.2.2).
 *
 * @param value plain JSON; `undefined`, class instances and functions are refused, never dropped in silence.
 * @returns the text, or a refusal for: numbers that are not integers within ±(2^53−1), lone surrogates
 *   (no UTF-8 exists for them), U+0000 (PostgreSQL's text cannot hold it), nesting beyond `MAX_DEPTH`.
 */
export function canonicalJson(value: unknown): Canonical {
  try {
    const text = write(value, 0);
    // `JSON.stringify` escapes exactly NUL and lone surrogates this way, so one native scan of the result
    // stands for a test of every string; an escaped backslash before `u0000` is the only false alarm.
    if (SUSPECT.test(text)) refuseBadText(value);
    return { kind: "canonical", text };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: "refused", path: error.path.join(""), sentence: error.message };
  }
}

const SUSPECT = /\\u(?:0000|d[89a-f])/;
const BAD_TEXT = /[\0\p{Cs}]/u;

function write(value: unknown, depth: number): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return writeInteger(value);
  if (value === null) return "null";
  if (value === true) return "true";
  if (value === false) return "false";
  if (typeof value !== "object") throw new Refused(`A ${typeof value} is not a JSON value.`);
  if (depth >= MAX_DEPTH) throw new Refused(`Values may be nested ${MAX_DEPTH} deep, not deeper.`);
  return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
}

/** Most strings are short names and ids without anything to escape; for them a scan is quicker than `stringify`. */
function quote(text: string): string {
  if (text.length > 40) return JSON.stringify(text);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c) return JSON.stringify(text);
  }
  return `"${text}"`;
}

function writeInteger(value: number): string {
  if (!Number.isSafeInteger(value)) {
    throw new Refused(`${value} is not an integer within ±(2^53−1); write other numbers as strings.`);
  }
  return value === 0 ? "0" : String(value);
}

function writeArray(value: readonly unknown[], depth: number): string {
  let text = "[";
  for (let i = 0; i < value.length; i++) {
    if (i > 0) text += ",";
    text += within(i, value[i], depth);
  }
  return `${text}]`;
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm has another `Object.prototype`, whose own prototype is null all the same.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new Refused("Only plain objects and arrays are JSON values.");
  }
  const names = sortNames(Object.keys(value));
  const members = value as Readonly<Record<string, unknown>>;
  let text = "{";
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (i > 0) text += ",";
    text += `${quote(name)}:${within(name, members[name], depth)}`;
  }
  return `${text}}`;
}

/** `<` on strings compares UTF-16 code units, which is the order of RFC 8785, section 3.2.3. */
function sortNames(names: string[]): string[] {
  for (let i = 1; i < names.length; i++) {
    if ((names[i - 1] as string) > (names[i] as string)) return names.sort();
  }
  return names;
}

function within(name: string | number, value: unknown, depth: number): string {
  if (typeof value === "string") return quote(value);
  try {
    return write(value, depth + 1);
  } catch (error) {
    if (error instanceof Refused) error.path.unshift(pointer(name));
    throw error;
  }
}

function pointer(name: string | number): string {
  return `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Finds the string that made the scan stop, if it was no false alarm. */
function refuseBadText(value: unknown): void {
  if (typeof value === "string" && BAD_TEXT.test(value)) {
    throw new Refused("Text may hold neither U+0000 nor a lone surrogate.");
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (BAD_TEXT.test(name))
      throw new Refused("A member's name may hold neither U+0000 nor a lone surrogate.");
    try {
      refuseBadText(member);
    } catch (error) {
      if (error instanceof Refused) error.path.unshift(pointer(name));
      throw error;
    }
  }
}
