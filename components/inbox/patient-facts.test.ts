import { describe, expect, it } from "vitest";
import { exampleApproval } from "./example-approval";
import { birthText, patientFacts } from "./patient-facts";

describe("patientFacts", () => {
  it("names a patient by the directory, with at least two identifiers", () => {
    const facts = patientFacts(exampleApproval());
    expect(facts).toMatchObject({ kind: "Patient", name: "Homer Simpson", isKnown: true });
    expect(facts.identifiers).toEqual([
      { label: "Born", value: "12 May 1956, 70 years" },
      { label: "MRN", value: "MV-204118" },
      { label: "Unit", value: "medicine" },
      { label: "Record id", value: "123" },
    ]);
  });

  it("never takes a name from the agent's word", () => {
    const claimed = exampleApproval({
      resource: { type: "patient_record", id: "p-9", attrs: { name: "Homer Simpson", mrn: "MV-204118" } },
      resource_display_name: "",
      resource_directory_attrs: {},
    });
    expect(patientFacts(claimed)).toMatchObject({ name: "p-9", isKnown: false, identifiers: [] });
  });
});

describe("birthText", () => {
  it("counts the years that are over, and leaves what is no date as it is", () => {
    expect(birthText("1956-11-24", "2026-11-23T14:00:00Z")).toBe("24 Nov 1956, 69 years");
    expect(birthText("1956-11-23", "2026-11-23T14:00:00Z")).toBe("23 Nov 1956, 70 years");
    expect(birthText("2025-10-01", "2026-11-23T14:00:00Z")).toBe("1 Oct 2025, 1 year");
    expect(birthText("about 1950", "2026-11-23T14:00:00Z")).toBe("about 1950");
  });
});
