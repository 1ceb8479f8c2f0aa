import { FAULT_SENTENCES, type FaultCode, type FaultParams, type Part } from "./fault-sentences";
import { isLongerThan, isRecord, pointerSegment } from "./json";
import { LIMITS } from "./limits";
import type { RegexEngine } from "./regex-engine";
import type { Fault, Parsed } from "./types";

/** Nobody reads more than this many; it also bounds the work on hostile documents. */
const MOST_FAULTS = 100;

/** Collects what is wrong with a document while it is parsed. */
export class Faults {
  readonly #faults: Fault[] = [];
  /** By which patterns are judged. */
  readonly regex: RegexEngine;

  constructor(regex: RegexEngine) {
    this.regex = regex;
  }

  get any(): boolean {
    return this.#faults.length > 0;
  }

  /** Notes a fault; answers undefined so that a parser can return it as "no value". */
  add<Code extends FaultCode>(pointer: string, code: Code, ...given: FaultParams<Code>): undefined {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(faultAt(pointer, code, given));
    return undefined;
  }

  /** The outcome of a parse: the value if nothing was noted, else the faults. */
  outcome<T>(value: T | undefined): Parsed<T> {
    if (this.any) return { kind: "invalid", faults: this.#faults };
    if (value === undefined) return { kind: "invalid", faults: [faultAt("", "no_value", [])] };
    return { kind: "ok", value };
  }
}

function faultAt<Code extends FaultCode>(pointer: string, code: Code, given: FaultParams<Code>): Fault {
  // The types of code and parameters belong together, which TypeScript loses over a union of functions.
  const sentence = FAULT_SENTENCES[code] as (...params: FaultParams<Code>) => string;
  return { pointer, message: sentence(...given), code, params: { ...given[0] } };
}

export type JsonMembers = Readonly<Record<string, unknown>>;

/** The document as an object whose members are all known, or undefined with a fault noted. */
export function asMembers(
  json: unknown,
  pointer: string,
  what: Part,
  known: readonly string[],
  faults: Faults,
): JsonMembers | undefined {
  if (!isRecord(json)) return faults.add(pointer, "object", { what });
  for (const name of Object.keys(json)) {
    if (!known.includes(name)) {
      faults.add(pointer + pointerSegment(name), "member_unknown", { what });
    }
  }
  return json;
}

/** An own member, so that nothing is ever read from a prototype. */
export function member(members: JsonMembers, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

export function asText(
  json: unknown,
  pointer: string,
  faults: Faults,
  longest: number = LIMITS.stringCharacters,
): string | undefined {
  if (typeof json !== "string") return faults.add(pointer, "text");
  if (json === "") return faults.add(pointer, "empty");
  if (isLongerThan(json, longest)) return faults.add(pointer, "long_text", { most: longest });
  return json;
}

export function asInteger(
  json: unknown,
  pointer: string,
  faults: Faults,
  from: number,
  to: number,
): number | undefined {
  if (typeof json === "number" && Number.isInteger(json) && json >= from && json <= to) return json;
  return faults.add(pointer, "integer", { from, to });
}

export function asFlag(json: unknown, pointer: string, faults: Faults): boolean | undefined {
  return typeof json === "boolean" ? json : faults.add(pointer, "flag");
}

export function asChoice<T extends string>(
  json: unknown,
  pointer: string,
  faults: Faults,
  choices: readonly T[],
): T | undefined {
  const found = choices.find((choice) => choice === json);
  return found ?? faults.add(pointer, "choice", { choices: choices.join(", ") });
}

/** A list of a bounded length whose members are parsed one by one. */
export function asList<T>(
  json: unknown,
  pointer: string,
  faults: Faults,
  bounds: { readonly min: number; readonly max: number },
  parse: (item: unknown, pointer: string) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(json)) return faults.add(pointer, "list");
  if (json.length < bounds.min || json.length > bounds.max) {
    const { min, max } = bounds;
    return min === 0
      ? faults.add(pointer, "list_at_most", { most: max })
      : faults.add(pointer, "list_between", { from: min, to: max });
  }
  const values: T[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const value = parse(json[index], `${pointer}/${index}`);
    if (value !== undefined) values.push(value);
  }
  return values;
}
