/** Where a value stands in a text: offsets of its first character and behind its last. */
export interface JsonPlace {
  readonly start: number;
  readonly end: number;
}

/** Why a text is no JSON; the sentence of each stands in the messages. */
export type JsonFaultCode =
  | "colon"
  | "commaOrBrace"
  | "commaOrBracket"
  | "jsonDepth"
  | "jsonEnd"
  | "jsonMore"
  | "jsonName"
  | "jsonQuote"
  | "jsonValue";

export type LocatedJson =
  | { readonly kind: "ok"; readonly places: ReadonlyMap<string, JsonPlace> }
  | { readonly kind: "broken"; readonly offset: number; readonly code: JsonFaultCode };

const MOST_NESTED = 200;
const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 section 7 allows none of them unescaped in a string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Broken extends Error {
  readonly offset: number;
  readonly code: JsonFaultCode;
  constructor(offset: number, code: JsonFaultCode) {
    super(code);
    this.offset = offset;
    this.code = code;
  }
}

/** Finds every value of a JSON text by its JSON Pointer (RFC 6901), or the first place where it is no JSON (RFC 8259). */
export function locateJson(text: string): LocatedJson {
  const places = new Map<string, JsonPlace>();
  let at = 0;

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const expect = (character: string, code: JsonFaultCode) => {
    take(SPACE);
    if (text[at] !== character) throw new Broken(at, code);
    at += 1;
  };
  const follows = (character: string): boolean => {
    take(SPACE);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };

  function value(pointer: string, depth: number): void {
    take(SPACE);
    const start = at;
    if (depth > MOST_NESTED) throw new Broken(at, "jsonDepth");
    if (follows("{")) members(pointer, depth);
    else if (follows("[")) items(pointer, depth);
    else if (take(STRING) === null && take(SCALAR) === null) throw new Broken(at, missingValue());
    places.set(pointer, { start, end: at });
  }

  function missingValue(): JsonFaultCode {
    if (at >= text.length) return "jsonEnd";
    return text[at] === '"' ? "jsonQuote" : "jsonValue";
  }

  function members(pointer: string, depth: number): void {
    if (follows("}")) return;
    do {
      take(SPACE);
      const name = take(STRING);
      if (name === null) throw new Broken(at, "jsonName");
      expect(":", "colon");
      value(`${pointer}/${escapeSegment(JSON.parse(name) as string)}`, depth + 1);
    } while (follows(","));
    expect("}", "commaOrBrace");
  }

  function items(pointer: string, depth: number): void {
    if (follows("]")) return;
    let index = 0;
    do {
      value(`${pointer}/${index}`, depth + 1);
      index += 1;
    } while (follows(","));
    expect("]", "commaOrBracket");
  }

  try {
    value("", 0);
    take(SPACE);
    if (at < text.length) throw new Broken(at, "jsonMore");
    return { kind: "ok", places };
  } catch (error) {
    if (error instanceof Broken) return { kind: "broken", offset: error.offset, code: error.code };
    throw error;
  }
}

function escapeSegment(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The place a pointer names, or of the nearest value around it where that is missing. */
export function placeOf(places: ReadonlyMap<string, JsonPlace>, pointer: string): JsonPlace {
  let near = pointer;
  for (;;) {
    const place = places.get(near);
    if (place !== undefined) return place;
    if (near === "") return { start: 0, end: 0 };
    near = near.slice(0, near.lastIndexOf("/"));
  }
}

/** The number of the line, from 1, in which an offset lies. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
