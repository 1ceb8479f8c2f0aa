import { formatReference, type ReferencePath } from "./reference";
import type { Literal, Scalar } from "./types";

const PLAIN_WORD = /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/;
const OWNERS: Readonly<Record<string, string>> = {
  subject: "the agent",
  on_behalf_of: "the person acted for",
  action: "the action",
  resource: "the resource",
  approver: "the approver",
};
const ITSELF: Readonly<Record<string, string>> = {
  "ctx.subject.type": "the kind of caller",
  "ctx.on_behalf_of.type": "the kind of person acted for",
  "ctx.action.name": "the action",
  "ctx.resource.type": "the resource type",
  "ctx.resource.id": "the resource",
  "ctx.env.time": "the time",
  "ctx.env.region": "the region",
};
const LIST_SHOWN = 6;

/** A name from a program as words: `record_type` and `recordType` are "record type". */
export function spacedWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
    .replace(/[._-]+/g, " ")
    .trim();
}

/** "a", "a or b", "a, b or c". */
export function joinWords(words: readonly string[], last: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

export function withArticle(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** What a reference is called in a sentence: "the agent's unit", "the purpose". */
export function nameOfReference(path: ReferencePath): string {
  const spelled = formatReference(path);
  const itself = Object.hasOwn(ITSELF, spelled) ? ITSELF[spelled] : undefined;
  if (itself !== undefined) return itself;
  const [root = "", ...rest] = path;
  const own = rest[0] === "attrs" ? rest.slice(1) : rest;
  const name = own.map(spacedWords).join(" ");
  const owner = Object.hasOwn(OWNERS, root) ? OWNERS[root] : undefined;
  if (owner === undefined) return `the ${name || spacedWords(root)}`;
  return name === "" || name === "id" ? owner : `${owner}'s ${name}`;
}

/** The attribute's own name when a sentence says "whose …"; null where it is no attribute of the resource. */
export function nameWithinResource(path: ReferencePath): string | null {
  const [root, attrs, ...names] = path;
  if (root !== "resource" || attrs !== "attrs" || names.length === 0) return null;
  return names.map(spacedWords).join(" ");
}

/** Whether a noun reads as a plural, so that the verb agrees: "roles include", "status includes". */
export function isPlural(noun: string): boolean {
  return /[^sui]s$/.test(noun);
}

export function nameOfScalar(value: Scalar): string {
  if (value === null) return "nothing";
  if (typeof value !== "string") return String(value);
  if (value === "") return "empty";
  if (PLAIN_WORD.test(value)) return value.replaceAll("_", " ");
  return /\s/.test(value) ? `“${value}”` : value;
}

export function nameOfLiteral(value: Literal, last: "and" | "or"): string {
  if (!isList(value)) return nameOfScalar(value);
  if (value.length === 0) return "an empty list";
  if (value.length <= LIST_SHOWN) return joinWords(value.map(nameOfScalar), last);
  const shown = value.slice(0, LIST_SHOWN - 1).map(nameOfScalar);
  return joinWords([...shown, `${value.length - shown.length} more`], last);
}

function isList(value: Literal): value is readonly Scalar[] {
  return Array.isArray(value);
}
