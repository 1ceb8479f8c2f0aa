import { describe, expect, it } from "vitest";
import { exampleApproval } from "./example-approval";
import { outcomeText, purposeText, requestTitle } from "./request-words";

const resource = (attrs: Record<string, string | string[]>, type = "patient_record") => ({
  type,
  id: "123",
  attrs,
});

describe("requestTitle", () => {
  it.each([
    ["ehr.read", resource({ record_type: "diagnosis" }), "Read diagnosis"],
    ["ehr.read", resource({ record_type: "lab_result" }), "Read lab result"],
    ["ehr.read", resource({ record_type: ["lab_result", "imaging"] }), "Read lab result, imaging"],
    ["ehr.read", resource({}), "Read patient record"],
    ["orders.prescribe", resource({}), "Prescribe orders"],
    ["fhir.search", resource({}, "Observation"), "Search observation"],
  ])("%s is said in plain words", (action, asked, title) => {
    expect(requestTitle({ action, resource: asked })).toBe(title);
  });
});

describe("purposeText", () => {
  it("says a code in words, another purpose as it came, and nothing where none was given", () => {
    expect(purposeText({ purpose: "TREAT" })).toBe("Treatment");
    expect(purposeText({ purpose: "bed_planning" })).toBe("Bed planning");
    expect(purposeText({})).toBeNull();
  });
});

describe("outcomeText", () => {
  it("says who decided", () => {
    const resolved_by = { id: "usr_2", name: "Dr. Mehta" };
    expect(outcomeText(exampleApproval({ state: "denied", resolved_by }))).toBe("Denied by Dr. Mehta");
    expect(outcomeText(exampleApproval({ state: "consumed", resolved_by }))).toBe(
      "Approved by Dr. Mehta, used",
    );
    expect(outcomeText(exampleApproval({ state: "expired" }))).toBe("Expired");
  });
});
