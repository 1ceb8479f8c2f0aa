import type { JsonObject, JsonValue } from "@/lib/policy";
import { isList } from "./builder-node";

/** The object with one member set, or without it where the value is undefined. */
export function withMember(object: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  const { [name]: _, ...rest } = object;
  return rest;
}

/** The text of a field, whatever stands in the document. */
export function fieldText(value: JsonValue | undefined): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}

export function fieldTexts(value: JsonValue | undefined): readonly string[] {
  return isList(value) ? value.map((item) => (typeof item === "string" ? item : JSON.stringify(item))) : [];
}

/** What was typed into a field for a whole number: the number, or the text itself for the parser to name the fault. */
export function wholeNumber(text: string): JsonValue | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  return /^(?:0|[1-9]\d{0,14})$/.test(trimmed) ? Number(trimmed) : text;
}

/**
 * The document with another effect. What only a request for approval can have goes, and an `unknown` that merely wrote
 * out the old effect's own behaviour goes too: kept, it would let a new `allow` match on missing data.
 */
export function withEffect(document: JsonObject, effect: string): JsonObject {
  const closed = document.effect === "allow" ? "no_match" : "match";
  let next = withMember(document, "effect", effect);
  if (document.unknown === closed) next = withMember(next, "unknown", undefined);
  if (effect !== "require_approval") next = withMember(next, "approval", undefined);
  return next;
}

/** A member of a document with its place: what a field needs to show and change it. */
export interface Member {
  readonly pointer: string;
  readonly value: JsonValue | undefined;
  readonly onValueChange: (value: JsonValue | undefined) => void;
}

/** The members of an object that stands at a JSON Pointer. */
export function membersAt(
  object: JsonObject,
  pointer: string,
  onObjectChange: (next: JsonObject, place: string) => void,
): (name: string) => Member {
  return (name) => {
    const place = `${pointer}/${name}`;
    return {
      pointer: place,
      value: object[name],
      onValueChange: (value) => onObjectChange(withMember(object, name, value), place),
    };
  };
}
