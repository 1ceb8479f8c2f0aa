import type { Approval, ApprovalState } from "@/lib/contracts/approvals";
import type { Json } from "@/lib/contracts/common";

/** HL7 v3 PurposeOfUse, the codes that agents meet in a hospital. */
const PURPOSES: Readonly<Record<string, string>> = {
  TREAT: "Treatment",
  ETREAT: "Emergency treatment",
  BTG: "Emergency access",
  CAREMGT: "Care management",
  HPAYMT: "Payment",
  HOPERAT: "Hospital operations",
  PATRQT: "At the patient's request",
  PUBHLTH: "Public health",
  HRESCH: "Research",
  CLINTRL: "Clinical trial",
  HMARKT: "Marketing",
  HSYSADMIN: "System administration",
};

/** "lab_result" and "labResult" as people read them: "lab result". */
export function spaced(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[._/:-]+/g, " ")
    .trim()
    .toLowerCase();
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A value of an attribute in one line. */
export function valueText(value: Json): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

/** The name of an attribute as a label: "Record type". */
export const labelOf = (name: string): string => capitalized(spaced(name));

/** Systems whose name says nothing of what is asked there. */
const RECORD_SYSTEMS = new Set(["ehr", "emr", "fhir"]);

/**
 * What is asked, in plain words: ehr.read of a record of type diagnosis is "Read diagnosis", orders.prescribe is
 * "Prescribe orders".
 */
export function requestTitle({ action, resource }: Pick<Approval, "action" | "resource">): string {
  const segments = action.split(".");
  const verb = spaced(segments.at(-1) ?? action);
  const area = segments.slice(0, -1).filter((segment) => !RECORD_SYSTEMS.has(segment));
  const recordType = resource.attrs.record_type;
  const types = (Array.isArray(recordType) ? recordType : [recordType])
    .filter((type): type is string => typeof type === "string" && type !== "")
    .map(spaced);
  if (types.length > 0) return capitalized(`${verb} ${types.join(", ")}`);
  return capitalized(`${verb} ${spaced(area.length > 0 ? area.join(" ") : resource.type)}`);
}

/** Why, in words; null when the agent gave no purpose. */
export function purposeText(context: Approval["context"]): string | null {
  const purpose = context.purpose ?? context.purpose_of_use;
  if (typeof purpose !== "string" || purpose === "") return null;
  return PURPOSES[purpose.toUpperCase()] ?? labelOf(purpose);
}

/** "Attending physician or privacy officer" from role names. */
export function rolesText(roles: readonly string[]): string {
  return roles.length === 0 ? "Anyone who may decide requests" : capitalized(roles.map(spaced).join(" or "));
}

export const STATE_WORDS: Readonly<Record<ApprovalState, string>> = {
  pending: "Waiting",
  approved: "Approved",
  denied: "Denied",
  expired: "Expired",
  cancelled: "Withdrawn",
  consumed: "Approved and used",
};

/** How it ended, with who ended it: "Denied by Dr. Mehta". */
export function outcomeText({ state, resolved_by }: Pick<Approval, "state" | "resolved_by">): string {
  if (state === "consumed")
    return resolved_by ? `Approved by ${resolved_by.name}, used` : STATE_WORDS.consumed;
  return resolved_by && state !== "expired"
    ? `${STATE_WORDS[state]} by ${resolved_by.name}`
    : STATE_WORDS[state];
}
