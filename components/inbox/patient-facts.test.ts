import { describe, expect, it } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { exampleApproval } from "./example-approval";
import { birthText, type PatientWords, patientFacts } from "./patient-facts";

const english: PatientWords = {
  t: testTranslator("inbox.patient"),
  words: testTranslator("inbox.words"),
  locale: "en-US",
};
const spanish: PatientWords = {
  t: testTranslator("inbox.patient", "es"),
  words: testTranslator("inbox.words", "es"),
  locale: "es-US",
};

describe("patientFacts", () => {
  it("names a patient by the directory, with at least two identifiers", () => {
    const facts = patientFacts(exampleApproval(), english);
    expect(facts).toMatchObject({
      kind: "Patient",
      name: "Homer Simpson",
      isKnown: true,
      isIdentified: true,
    });
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
    expect(patientFacts(claimed, english)).toMatchObject({
      name: "p-9",
      isKnown: false,
      isIdentified: false,
      identifiers: [],
    });
  });

  it("does not count a name alone, or a unit, as identifying a patient", () => {
    const named = exampleApproval({ resource_directory_attrs: { unit: "medicine" } });
    expect(patientFacts(named, english)).toMatchObject({ isKnown: true, isIdentified: false });
    const ward = exampleApproval({
      resource: { type: "bed", id: "12", attrs: {} },
      resource_display_name: "12",
    });
    expect(patientFacts(ward, english)).toMatchObject({ kind: "Bed", isIdentified: true });
  });
});

describe("birthText", () => {
  it("counts the years that are over, and leaves what is no date as it is", () => {
    expect(birthText("1956-11-24", "2026-11-23T14:00:00Z", english)).toBe("24 Nov 1956, 69 years");
    expect(birthText("1956-11-23", "2026-11-23T14:00:00Z", english)).toBe("23 Nov 1956, 70 years");
    expect(birthText("2025-10-01", "2026-11-23T14:00:00Z", english)).toBe("1 Oct 2025, 1 year");
    expect(birthText("about 1950", "2026-11-23T14:00:00Z", english)).toBe("about 1950");
  });

  it("writes the month in words in Spanish too", () => {
    expect(birthText("1956-11-24", "2026-11-23T14:00:00Z", spanish)).toBe("24 nov 1956, 69 años");
  });
});
