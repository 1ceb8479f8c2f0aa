import type { Approval } from "@/lib/contracts/approvals";
import { spaced } from "./request-words";

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
  /** What tells this patient from another: birth date, record number, unit, the record's id. */
  identifiers: Identifier[];
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
export function birthText(date: string, on: string): string {
  const born = new Date(`${date}T00:00:00Z`);
  const day = new Date(on);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(born.getTime())) return date;
  const written = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(born);
  const hadBirthday =
    day.getUTCMonth() > born.getUTCMonth() ||
    (day.getUTCMonth() === born.getUTCMonth() && day.getUTCDate() >= born.getUTCDate());
  const years = day.getUTCFullYear() - born.getUTCFullYear() - (hadBirthday ? 0 : 1);
  return years < 0 || years > 130 ? written : `${written}, ${years} ${years === 1 ? "year" : "years"}`;
}

/** Whose record it is. Only the directory names a patient; what the agent says of them never does. */
export function patientFacts(approval: Approval): PatientFacts {
  const { resource, resource_display_name: name, resource_directory_attrs: attrs } = approval;
  const birth = textAt(attrs, BIRTH_DATES);
  const number = textAt(attrs, RECORD_NUMBERS);
  const unit = textAt(attrs, ["unit", "ward"]);
  const isKnown = name !== "" || birth !== null || number !== null;
  const identifiers: Identifier[] = [];
  if (birth) identifiers.push({ label: "Born", value: birthText(birth, approval.created_at) });
  if (number) identifiers.push({ label: "MRN", value: number });
  if (unit) identifiers.push({ label: "Unit", value: unit });
  if (name !== "") identifiers.push({ label: "Record id", value: resource.id });
  return {
    kind: /patient/i.test(resource.type)
      ? "Patient"
      : spaced(resource.type).replace(/^./, (c) => c.toUpperCase()),
    name: name || resource.id || "No single record",
    isKnown,
    identifiers,
  };
}
