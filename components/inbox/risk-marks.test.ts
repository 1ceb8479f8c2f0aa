import { describe, expect, it } from "vitest";
import { exampleApproval } from "./example-approval";
import { quorumText, riskMarks } from "./risk-marks";

const labels = (...[approval, unit]: Parameters<typeof riskMarks>) =>
  riskMarks(approval, unit).map(({ label }) => label);

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
  });

  it("does not take a patient's own id for another patient", () => {
    const resource = { type: "patient_record", id: "123", attrs: { patient_id: "123" } };
    expect(labels(exampleApproval({ resource }), null)).toEqual([]);
  });
});

describe("quorumText", () => {
  it("counts votes and steps only where there are several", () => {
    expect(quorumText(exampleApproval())).toBeNull();
    expect(quorumText(exampleApproval({ quorum: 2, approvals_in_stage: 1 }))).toBe("1 of 2 approvals");
    expect(quorumText(exampleApproval({ stages: 2 }))).toBe("step 1 of 2");
  });
});
