import type { Json } from "@/lib/contracts/common";
import type { Translator } from "@/lib/i18n/translator";
import { isSealed } from "@/lib/ledger";

/** One value of an entry's data, with the JSON Pointer by which it is opened. */
export interface EntryField {
  pointer: string;
  /** The names on the way to it, as people read them. */
  label: string;
  value: { kind: "plain"; text: string } | { kind: "sealed"; commitment: string };
}

/** Members that the entry's own parts of the page show. */
const SHOWN_ELSEWHERE = new Set([
  "decision_id",
  "effect",
  "reason",
  "policy_id",
  "policy_version",
  "approval_id",
  "request_id",
]);

/** Who, what, on what, under which circumstances: as one would tell it. Canonical bytes are sorted by name. */
const TOLD_FIRST = ["subject", "on_behalf_of", "action", "resource", "type", "id", "attrs", "context"];

/** The values of an entry's data, one by one. */
export function entryFields(
  data: { readonly [name: string]: Json },
  t: Translator<"audit.data">,
): EntryField[] {
  const fields: EntryField[] = [];
  for (const [name, value] of inTellingOrder(data)) {
    if (!SHOWN_ELSEWHERE.has(name)) collect(value, [name], fields, t);
  }
  return fields;
}

function inTellingOrder(members: { readonly [name: string]: Json }): [string, Json][] {
  const rank = (name: string) => {
    const place = TOLD_FIRST.indexOf(name);
    return place < 0 ? TOLD_FIRST.length : place;
  };
  return Object.entries(members).sort(([one], [other]) => rank(one) - rank(other));
}

function collect(
  value: Json,
  path: readonly string[],
  fields: EntryField[],
  t: Translator<"audit.data">,
): void {
  const place = { pointer: pointerOf(path), label: labelOf(path, t) };
  if (isSealed(value)) {
    fields.push({ ...place, value: { kind: "sealed", commitment: value.sealed } });
  } else if (Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null)) {
    for (const [index, item] of value.entries()) collect(item, [...path, String(index)], fields, t);
  } else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    for (const [name, item] of inTellingOrder(value)) collect(item, [...path, name], fields, t);
  } else {
    fields.push({ ...place, value: { kind: "plain", text: plainText(value, t) } });
  }
}

/** RFC 6901. */
function pointerOf(path: readonly string[]): string {
  return path.map((name) => `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/** A name of the log in the reader's words; one that is not known is made readable. */
function wordsOf(name: string, t: Translator<"audit.data">): string {
  if (name === "attrs") return "";
  if (/^\d+$/.test(name)) return String(Number(name) + 1);
  const key = `fields.${name}` as Parameters<typeof t>[0];
  return /^[a-z_]+$/.test(name) && t.has(key) ? t(key) : name.replace(/_/g, " ");
}

/** "resource › record type": attributes stand directly under what they describe. */
function labelOf(path: readonly string[], t: Translator<"audit.data">): string {
  const words = path.map((name) => wordsOf(name, t)).filter((word) => word !== "");
  const text = words.join(" › ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function plainText(value: Json, t: Translator<"audit.data">): string {
  if (value === null) return t("none");
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (Array.isArray(value))
    return value.length === 0 ? t("none") : value.map((item) => plainText(item, t)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
