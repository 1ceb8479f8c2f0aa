import type { Tone } from "@/components/ui/tone";
import type { Approval } from "@/lib/contracts/approvals";

export interface RiskMark {
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
export function riskMarks(approval: Approval, unit: string | null): RiskMark[] {
  const attrs = { ...approval.resource.attrs, ...approval.resource_directory_attrs };
  const purpose = String(approval.context.purpose ?? "").toUpperCase();
  const marks: RiskMark[] = [];
  if (approval.context.emergency === true || purpose === "ETREAT" || purpose === "BTG") {
    marks.push({ label: "Emergency", tone: "urgent", detail: "The agent says that this is an emergency." });
  }
  if (claimsAnotherPatient(approval)) {
    marks.push({
      label: "Patients differ",
      tone: "negative",
      detail: `The agent names patient ${String(approval.resource.attrs.patient_id)}, but asks for record ${approval.resource.id}.`,
    });
  }
  if (isOn(attrs, ["vip"])) {
    marks.push({ label: "VIP", tone: "caution", detail: "This patient's record is watched closely." });
  }
  if (isOn(attrs, ["restricted", "employee", "staff"]) || saysSensitive(attrs)) {
    marks.push({ label: "Restricted", tone: "negative", detail: "This record is under restricted access." });
  }
  const place = attrs.unit ?? attrs.ward;
  if (unit !== null && typeof place === "string" && place !== unit) {
    marks.push({
      label: "Not your unit",
      tone: "caution",
      detail: `This patient's unit is ${place}; yours is ${unit}.`,
    });
  }
  if (approval.escalated_at !== null) {
    marks.push({
      label: "Escalated",
      tone: "caution",
      detail: "Nobody answered in time, so further roles were asked.",
    });
  }
  return marks;
}

function claimsAnotherPatient({ resource }: Approval): boolean {
  const claimed = resource.attrs.patient_id;
  const named = typeof claimed === "string" || typeof claimed === "number";
  return /patient/i.test(resource.type) && named && String(claimed) !== resource.id;
}

/** "1 of 2 approvals", or null where one is enough. */
export function quorumText(approval: Approval): string | null {
  const step = approval.stages > 1 ? `step ${approval.stage + 1} of ${approval.stages}` : null;
  const votes = approval.quorum > 1 ? `${approval.approvals_in_stage} of ${approval.quorum} approvals` : null;
  return [votes, step].filter(Boolean).join(", ") || null;
}
