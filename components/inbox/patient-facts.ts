import type { Approval } from "@/lib/contracts/approvals";
import type { Translator } from "@/lib/i18n/translator";
import { thingOf } from "./request-words";

export interface Identifier {
  label: string;
  value: string;
}

export interface PatientFacts {
  /** "Patient", or what else the request is about. */
  kind: string;
  /** The name in the directory; the record's id where there is none. */
  name: string;
  /** False: Kynara knows nothing but the id that the agent sent. */
  isKnown: boolean;
  /** Name, birth date, record number: with two of them one patient is told from another (NPSG.01.01.01). */
  isIdentified: boolean;
  /** What tells this patient from another: birth date, record number, unit, the record's id. */
  identifiers: Identifier[];
}

/** What the sentences about a patient are made with. */
export interface PatientWords {
  t: Translator<"inbox.patient">;
  words: Translator<"inbox.words">;
  locale: string;
}

const BIRTH_DATES = ["birth_date", "birthDate", "date_of_birth", "dob"];
const RECORD_NUMBERS = ["mrn", "medical_record_number", "record_number"];

function textAt(attrs: Approval["resource_directory_attrs"], names: readonly string[]): string | null {
  for (const name of names) {
    const value = attrs[name];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

/** A birth date that no reader mistakes, with the age on the day of the request: "12 May 1956, 70 years". */
export function birthText(
  date: string,
  on: string,
  { t, locale }: Pick<PatientWords, "t" | "locale">,
): string {
  const born = new Date(`${date}T00:00:00Z`);
  const day = new Date(on);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(born.getTime())) return date;
  // The day before the month's name, in English too: no reader takes one figure for the other.
  const written = new Intl.DateTimeFormat(locale.startsWith("en") ? "en-GB" : locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(born);
  const hadBirthday =
    day.getUTCMonth() > born.getUTCMonth() ||
    (day.getUTCMonth() === born.getUTCMonth() && day.getUTCDate() >= born.getUTCDate());
  const years = day.getUTCFullYear() - born.getUTCFullYear() - (hadBirthday ? 0 : 1);
  return years < 0 || years > 130 ? written : t("age", { date: written, years });
}

/** Whether a request is about a patient. */
export const isPatient = (resourceType: string): boolean => /patient/i.test(resourceType);

/** Whose record it is. Only the directory names a patient; what the agent says of them never does. */
export function patientFacts(approval: Approval, words: PatientWords): PatientFacts {
  const { t } = words;
  const { resource, resource_display_name: name, resource_directory_attrs: attrs } = approval;
  const birth = textAt(attrs, BIRTH_DATES);
  const number = textAt(attrs, RECORD_NUMBERS);
  const unit = textAt(attrs, ["unit", "ward"]);
  const given = [name || null, birth, number].filter((fact) => fact !== null);
  const identifiers: Identifier[] = [];
  if (birth) identifiers.push({ label: t("born"), value: birthText(birth, approval.created_at, words) });
  if (number) identifiers.push({ label: t("mrn"), value: number });
  if (unit) identifiers.push({ label: t("unit"), value: unit });
  if (name !== "") identifiers.push({ label: t("recordId"), value: resource.id });
  return {
    kind: isPatient(resource.type) ? t("patient") : thingOf(resource.type, words.words),
    name: name || resource.id || t("noRecord"),
    isKnown: given.length > 0,
    isIdentified: given.length > 1 || !isPatient(resource.type),
    identifiers,
  };
}
