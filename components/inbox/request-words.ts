import type { Approval, ApprovalState } from "@/lib/contracts/approvals";
import type { Json } from "@/lib/contracts/common";
import type { Translator } from "@/lib/i18n/translator";

/** "lab_result" and "labResult" as people read them: "lab result". */
export function spaced(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[._/:-]+/g, " ")
    .trim()
    .toLowerCase();
}

export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a name from a program is called in the reader's language; null where the glossary has no word for it. */
function known(
  t: Translator<"inbox.words">,
  group: "verbs" | "things" | "roles" | "labels" | "purposes",
  name: string,
): string | null {
  const key = `${group}.${name}` as "verbs.read";
  // `has` also finds what every object has, such as "constructor".
  return /^\w+$/.test(name) && !(name in Object.prototype) && t.has(key) ? t(key) : null;
}

/** A value of an attribute in one line. */
export function valueText(value: Json, t: Translator<"inbox.words">): string {
  if (value === null) return t("none");
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (Array.isArray(value)) return value.map((item) => valueText(item, t)).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

/** The name of an attribute as a label: "Record type". */
export const labelOf = (name: string, t: Translator<"inbox.words">): string =>
  known(t, "labels", name) ?? capitalized(spaced(name));

/** What kind of thing it is: "Patient record". */
export const thingOf = (type: string, t: Translator<"inbox.words">): string =>
  capitalized(known(t, "things", type) ?? spaced(type));

/** Systems whose name says nothing of what is asked there. */
const RECORD_SYSTEMS = new Set(["ehr", "emr", "fhir"]);

/**
 * An action in plain words: ehr.read of a record of type diagnosis is "Read diagnosis", orders.prescribe is "Prescribe
 * orders".
 */
export function actionTitle(
  action: string,
  resourceType: string,
  recordTypes: readonly string[],
  t: Translator<"inbox.words">,
): string {
  const segments = action.split(".");
  const last = segments.at(-1) ?? action;
  const verb = known(t, "verbs", last) ?? capitalized(spaced(last));
  const area = segments.slice(0, -1).filter((segment) => !RECORD_SYSTEMS.has(segment));
  const things = recordTypes.length > 0 ? recordTypes : [area.length > 0 ? area.join(" ") : resourceType];
  return `${verb} ${things.map((thing) => known(t, "things", thing) ?? spaced(thing)).join(", ")}`;
}

/** What is asked, in plain words. */
export function requestTitle(
  { action, resource }: Pick<Approval, "action" | "resource">,
  t: Translator<"inbox.words">,
): string {
  const recordType = resource.attrs.record_type;
  const types = (Array.isArray(recordType) ? recordType : [recordType]).filter(
    (type): type is string => typeof type === "string" && type !== "",
  );
  return actionTitle(action, resource.type, types, t);
}

/** Why, in words; null when the agent gave no purpose. The codes are HL7 v3 PurposeOfUse. */
export function purposeText(context: Approval["context"], t: Translator<"inbox.words">): string | null {
  const purpose = context.purpose ?? context.purpose_of_use;
  if (typeof purpose !== "string" || purpose === "") return null;
  return known(t, "purposes", purpose.toUpperCase()) ?? capitalized(spaced(purpose));
}

/** "Attending physician or privacy officer" from role names. */
export const rolesText = (roles: readonly string[], t: Translator<"inbox.words">, locale: string): string =>
  roles.length === 0 ? t("anyone") : capitalized(rolesInText(roles, t, locale));

/** "attending physician or privacy officer", for the midst of a sentence. */
export function rolesInText(roles: readonly string[], t: Translator<"inbox.words">, locale: string): string {
  const names = roles.map((role) => known(t, "roles", role) ?? spaced(role));
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(names);
}

type Named = Exclude<ApprovalState, "pending" | "expired">;

/** How it ended, with who ended it: "Denied by Dr. Mehta". */
export function outcomeText(
  { state, resolved_by }: Pick<Approval, "state" | "resolved_by">,
  t: Translator<"inbox">,
): string {
  if (resolved_by === null || state === "pending" || state === "expired") return t(`states.${state}`);
  return t(`outcomes.${state satisfies Named}`, { person: resolved_by.name });
}
