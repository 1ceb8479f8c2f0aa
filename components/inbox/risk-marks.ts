import type { Tone } from "@/components/ui/tone";
import type { Approval } from "@/lib/contracts/approvals";
import type { Translator } from "@/lib/i18n/translator";
import { isPatient } from "./patient-facts";

export interface RiskMark {
  id: "emergency" | "patientsDiffer" | "vip" | "restricted" | "notYourUnit" | "escalated";
  label: string;
  tone: Tone;
  /** Why it stands there, in a sentence. */
  detail: string;
}

type Attributes = Approval["resource_directory_attrs"];

const SENSITIVE = /^(r|v|restricted|very_restricted|high|confidential|secret)$/i;

function isOn(attrs: Attributes, names: readonly string[]): boolean {
  return names.some((name) => attrs[name] === true);
}

function saysSensitive(attrs: Attributes): boolean {
  return ["sensitivity", "confidentiality", "restriction"].some((name) => {
    const value = attrs[name];
    return typeof value === "string" && SENSITIVE.test(value);
  });
}

/** What should make the reader slow down. `unit` is the reader's own, null when the directory does not say. */
export function riskMarks(approval: Approval, unit: string | null, t: Translator<"inbox.risks">): RiskMark[] {
  const attrs = { ...approval.resource.attrs, ...approval.resource_directory_attrs };
  const purpose = String(approval.context.purpose ?? "").toUpperCase();
  const marks: RiskMark[] = [];
  const mark = (id: RiskMark["id"], tone: Tone, detail: string) =>
    marks.push({ id, tone, detail, label: t(`${id}.label`) });
  if (approval.context.emergency === true || purpose === "ETREAT" || purpose === "BTG")
    mark("emergency", "urgent", t("emergency.detail"));
  if (claimsAnotherPatient(approval)) {
    const claimed = String(approval.resource.attrs.patient_id);
    mark("patientsDiffer", "negative", t("patientsDiffer.detail", { claimed, record: approval.resource.id }));
  }
  if (isOn(attrs, ["vip"])) mark("vip", "caution", t("vip.detail"));
  if (isOn(attrs, ["restricted", "employee", "staff"]) || saysSensitive(attrs))
    mark("restricted", "negative", t("restricted.detail"));
  const place = attrs.unit ?? attrs.ward;
  if (unit !== null && typeof place === "string" && place !== unit)
    mark("notYourUnit", "caution", t("notYourUnit.detail", { theirs: place, yours: unit }));
  if (approval.escalated_at !== null) mark("escalated", "caution", t("escalated.detail"));
  return marks;
}

function claimsAnotherPatient({ resource }: Approval): boolean {
  const claimed = resource.attrs.patient_id;
  const named = typeof claimed === "string" || typeof claimed === "number";
  return isPatient(resource.type) && named && String(claimed) !== resource.id;
}

/** "1 of 2 approvals", or null where one is enough. */
export function quorumText(approval: Approval, t: Translator<"inbox.heading">): string | null {
  const { stage, stages, approvals_in_stage: approvals, quorum } = approval;
  const votes = quorum > 1 ? t("votes", { approvals, quorum }) : null;
  const step = stages > 1 ? t("step", { step: stage + 1, steps: stages }) : null;
  return [votes, step].filter(Boolean).join(", ") || null;
}
