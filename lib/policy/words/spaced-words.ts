import type { ReferencePath } from "../reference";

/** A name from a program as words: `record_type` and `recordType` are "record type". */
export function spacedWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
    .replace(/[._-]+/g, " ")
    .trim();
}

const PLAIN_WORD = /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/;

/** A text of a policy in a sentence: bare where it is one word or a name, else in quotation marks. */
export function quotedText(value: string): string {
  if (PLAIN_WORD.test(value)) return value.replaceAll("_", " ");
  return /\s/.test(value) ? `“${value}”` : value;
}

/** Systems that hospitals call by initials which could be read as words. */
const INITIALS = new Set(["cpoe", "ehr", "emar", "emr", "erp", "fhir", "his", "lis", "mar", "pacs", "ris"]);
/** No word is without a vowel. */
const CONSONANTS = /^[b-df-hj-np-tv-xz]{2,5}$/;

/** "ehr" is said as "EHR", "crm" as "CRM"; null for a name that is a word, such as "imaging" or "lab". */
export function systemInitials(system: string): string | null {
  return INITIALS.has(system) || CONSONANTS.test(system) ? system.toUpperCase() : null;
}

export interface AttributeName {
  /** `subject`, `resource`, …: whose it is, as far as there is an owner to name. */
  readonly root: string;
  /** The names below it as words; empty for the owner itself. */
  readonly name: string;
}

/** A reference taken apart for a sentence; `attrs` is not said. */
export function attributeName([root = "", ...rest]: ReferencePath): AttributeName {
  const own = rest[0] === "attrs" ? rest.slice(1) : rest;
  return { root, name: own.map(spacedWords).join(" ") };
}

/** The attribute's own name when a sentence says "whose …"; null where it is no attribute of the resource. */
export function nameWithinResource(path: ReferencePath): string | null {
  const [root, attrs, ...names] = path;
  if (root !== "resource" || attrs !== "attrs" || names.length === 0) return null;
  return names.map(spacedWords).join(" ");
}
