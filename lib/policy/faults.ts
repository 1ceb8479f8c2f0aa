import { isLongerThan, isRecord, pointerSegment } from "./json";
import { LIMITS } from "./limits";
import type { Fault, Parsed } from "./types";

/** Nobody reads more than this many; it also bounds the work on hostile documents. */
const MOST_FAULTS = 100;

/** Collects what is wrong with a document while it is parsed. */
export class Faults {
  readonly #faults: Fault[] = [];

  get any(): boolean {
    return this.#faults.length > 0;
  }

  /** Notes a fault; answers undefined so that a parser can return it as "no value". */
  add(pointer: string, message: string): undefined {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ pointer, message });
    return undefined;
  }

  /** The outcome of a parse: the value if nothing was noted, else the faults. */
  outcome<T>(value: T | undefined): Parsed<T> {
    if (this.any) return { kind: "invalid", faults: this.#faults };
    if (value === undefined)
      return { kind: "invalid", faults: [{ pointer: "", message: "This is no value." }] };
    return { kind: "ok", value };
  }
}

export type JsonMembers = Readonly<Record<string, unknown>>;

/** The document as an object whose members are all known, or undefined with a fault noted. */
export function asMembers(
  json: unknown,
  pointer: string,
  what: string,
  known: readonly string[],
  faults: Faults,
): JsonMembers | undefined {
  if (!isRecord(json)) return faults.add(pointer, `${what} must be an object.`);
  for (const name of Object.keys(json)) {
    if (!known.includes(name)) {
      faults.add(pointer + pointerSegment(name), `${what} has no member of this name.`);
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
  if (typeof json !== "string") return faults.add(pointer, "This must be a string.");
  if (json === "") return faults.add(pointer, "This must not be empty.");
  if (isLongerThan(json, longest))
    return faults.add(pointer, `This must have at most ${longest} characters.`);
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
  return faults.add(pointer, `This must be a whole number from ${from} to ${to}.`);
}

export function asFlag(json: unknown, pointer: string, faults: Faults): boolean | undefined {
  return typeof json === "boolean" ? json : faults.add(pointer, "This must be true or false.");
}

export function asChoice<T extends string>(
  json: unknown,
  pointer: string,
  faults: Faults,
  choices: readonly T[],
): T | undefined {
  const found = choices.find((choice) => choice === json);
  return found ?? faults.add(pointer, `This must be one of ${choices.join(", ")}.`);
}

/** A list of a bounded length whose members are parsed one by one. */
export function asList<T>(
  json: unknown,
  pointer: string,
  faults: Faults,
  bounds: { readonly min: number; readonly max: number },
  parse: (item: unknown, pointer: string) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(json)) return faults.add(pointer, "This must be a list.");
  if (json.length < bounds.min || json.length > bounds.max) {
    const rule = bounds.min === 0 ? `at most ${bounds.max}` : `${bounds.min} to ${bounds.max}`;
    return faults.add(pointer, `This list must have ${rule} members.`);
  }
  const values: T[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const value = parse(json[index], `${pointer}/${index}`);
    if (value !== undefined) values.push(value);
  }
  return values;
}
