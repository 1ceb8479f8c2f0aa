import type { Attributes } from "@/lib/contracts/common";
import type { Translator } from "@/lib/i18n/translator";

export type AttributeKind = "text" | "number" | "boolean" | "list" | "json";

/** An attribute as it is edited: the value is the text in its field until the form is sent. */
export interface AttributeRow {
  key: number;
  name: string;
  kind: AttributeKind;
  value: string;
}

export const ATTRIBUTE_KINDS = [
  "text",
  "number",
  "boolean",
  "list",
  "json",
] as const satisfies AttributeKind[];
export const JSON_EXAMPLE = '{"ward": "3B"}';

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.every(
    (item) => typeof item === "string" && item.trim() === item && item !== "" && !item.includes(","),
  );

/** Keeps every value exactly: what no simpler kind can hold is edited as JSON. */
export function rowsOf(attrs: Attributes): AttributeRow[] {
  return Object.entries(attrs).map(([name, value], key) => {
    if (typeof value === "string") return { key, name, kind: "text", value };
    if (typeof value === "number") return { key, name, kind: "number", value: String(value) };
    if (typeof value === "boolean") return { key, name, kind: "boolean", value: String(value) };
    if (isTextList(value)) return { key, name, kind: "list", value: value.join(", ") };
    return { key, name, kind: "json", value: JSON.stringify(value) };
  });
}

export type ReadAttributes =
  | { kind: "attributes"; attrs: Attributes }
  | { kind: "faults"; faults: ReadonlyMap<number, string> };

/** The attributes that the rows stand for, or what is wrong, by the row's key. Rows without name and value are none. */
export function readRows(rows: readonly AttributeRow[], t: Translator<"agents.attributes">): ReadAttributes {
  const attrs: [string, Attributes[string]][] = [];
  const faults = new Map<number, string>();
  const names = new Set<string>();
  for (const row of rows) {
    const name = row.name.trim();
    if (name === "" && row.value.trim() === "") continue;
    const read = readValue(row, t);
    if (name === "") faults.set(row.key, t("noName"));
    else if (names.has(name)) faults.set(row.key, t("twice", { name }));
    else if (read.kind === "fault") faults.set(row.key, read.message);
    else attrs.push([name, read.value]);
    names.add(name);
  }
  return faults.size > 0
    ? { kind: "faults", faults }
    : { kind: "attributes", attrs: Object.fromEntries(attrs) };
}

type ReadValue = { kind: "value"; value: Attributes[string] } | { kind: "fault"; message: string };

function readValue({ kind, value }: AttributeRow, t: Translator<"agents.attributes">): ReadValue {
  if (kind === "text") return { kind: "value", value };
  if (kind === "boolean") return { kind: "value", value: value === "true" };
  if (kind === "list") {
    const items = value.split(",").map((item) => item.trim());
    return { kind: "value", value: items.filter((item) => item !== "") };
  }
  if (kind === "number") {
    const number = Number(value);
    if (value.trim() !== "" && Number.isFinite(number)) return { kind: "value", value: number };
    return { kind: "fault", message: t("noNumber") };
  }
  try {
    return { kind: "value", value: JSON.parse(value) as Attributes[string] };
  } catch {
    return { kind: "fault", message: t("noJson", { example: JSON_EXAMPLE }) };
  }
}
