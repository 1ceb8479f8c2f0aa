import { describe, expect, it } from "vitest";
import type { Approval } from "@/lib/contracts/approvals";
import type { Locale } from "@/lib/i18n/locales";
import { testTranslator } from "@/lib/i18n/test-translator";
import { exampleApproval } from "./example-approval";
import { quorumText, riskMarks } from "./risk-marks";

const labels = (approval: Approval, unit: string | null, locale: Locale = "en") =>
  riskMarks(approval, unit, testTranslator("inbox.risks", locale)).map(({ label }) => label);
const heading = testTranslator("inbox.heading");

describe("riskMarks", () => {
  it("leaves an ordinary request of one's own unit unmarked", () => {
    expect(labels(exampleApproval(), "medicine")).toEqual([]);
    expect(labels(exampleApproval(), null)).toEqual([]);
  });

  it("marks what should make the reader slow down", () => {
    const approval = exampleApproval({
      context: { purpose: "ETREAT" },
      resource: { type: "patient_record", id: "123", attrs: { patient_id: "124" } },
      resource_directory_attrs: { vip: true, sensitivity: "restricted", unit: "icu" },
      escalated_at: "2026-11-23T14:10:00.000Z",
    });
    expect(labels(approval, "medicine")).toEqual([
      "Emergency",
      "Patients differ",
      "VIP",
      "Restricted",
      "Not your unit",
      "Escalated",
    ]);
    expect(labels(approval, "medicine", "es")).toEqual([
      "Emergencia",
      "Pacientes distintos",
      "Paciente VIP",
      "Restringido",
      "No es su unidad",
      "Escalada",
    ]);
  });

  it("does not take a patient's own id for another patient", () => {
    const resource = { type: "patient_record", id: "123", attrs: { patient_id: "123" } };
    expect(labels(exampleApproval({ resource }), null)).toEqual([]);
  });
});

describe("quorumText", () => {
  it("counts votes and steps only where there are several", () => {
    expect(quorumText(exampleApproval(), heading)).toBeNull();
    expect(quorumText(exampleApproval({ quorum: 2, approvals_in_stage: 1 }), heading)).toBe(
      "1 of 2 approvals",
    );
    expect(quorumText(exampleApproval({ stages: 2 }), heading)).toBe("step 1 of 2");
  });
});
