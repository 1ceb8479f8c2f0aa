import type { JsonValue } from "@/lib/policy";
import { isList, isObject } from "./builder-node";

const WIDTH = 54;

/**
 * JSON for people: what fits stands on one line, so that a test of a condition is one line and not ten.
 * @param before characters that stand before the value on its first line, after the indent
 */
export function formatJson(value: JsonValue, indent = "", before = 0): string {
  const flat = flatJson(value);
  if (indent !== "" && indent.length + before + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  if (isList(value) && value.length > 0) {
    const items = value.map((item) => inner + formatJson(item, inner));
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const members = membersOf(value).map(
      ([name, member]) => `${inner}${JSON.stringify(name)}: ${formatJson(member, inner, name.length + 4)}`,
    );
    return `{\n${members.join(",\n")}\n${indent}}`;
  }
  return flat;
}

function flatJson(value: JsonValue): string {
  if (isList(value)) return `[${value.map(flatJson).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = membersOf(value).map(([name, member]) => `${JSON.stringify(name)}: ${flatJson(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A policy's members in the order in which people read them; the database keeps an order of its own. */
const READING_ORDER = [
  "type",
  "id",
  "display_name",
  "effect",
  "priority",
  "enabled",
  "actions",
  "resource_types",
  "op",
  "args",
  "condition",
  "unknown",
  "approval",
  "obligations",
];

function rank(name: string): number {
  const place = READING_ORDER.indexOf(name);
  return place === -1 ? READING_ORDER.length : place;
}

function membersOf(value: { readonly [member: string]: JsonValue | undefined }): [string, JsonValue][] {
  return Object.entries(value)
    .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
    .sort(([one], [other]) => rank(one) - rank(other));
}
