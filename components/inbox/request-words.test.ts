import { describe, expect, it } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { exampleApproval } from "./example-approval";
import { actionTitle, outcomeText, purposeText, requestTitle, rolesText } from "./request-words";

const en = testTranslator("inbox.words");
const es = testTranslator("inbox.words", "es");

const resource = (attrs: Record<string, string | string[]>, type = "patient_record") => ({
  type,
  id: "123",
  attrs,
});

describe("requestTitle", () => {
  it.each([
    ["ehr.read", resource({ record_type: "diagnosis" }), "Read diagnosis", "Leer diagnóstico"],
    ["ehr.read", resource({ record_type: "lab_result" }), "Read lab result", "Leer resultado de laboratorio"],
    [
      "ehr.read",
      resource({ record_type: ["lab_result", "imaging"] }),
      "Read lab result, imaging",
      "Leer resultado de laboratorio, imágenes",
    ],
    ["ehr.read", resource({}), "Read patient record", "Leer expediente del paciente"],
    ["orders.prescribe", resource({}), "Prescribe orders", "Recetar órdenes"],
    ["fhir.search", resource({}, "Observation"), "Search observation", "Buscar observation"],
    ["beds.swap-beds", resource({}), "Swap beds beds", "Swap beds beds"],
  ])("%s is said in plain words", (action, asked, english, spanish) => {
    expect(requestTitle({ action, resource: asked }, en)).toBe(english);
    expect(requestTitle({ action, resource: asked }, es)).toBe(spanish);
  });

  it("takes no part of a name for a word of another group, nor a path for a key", () => {
    expect(actionTitle("ehr.read.verbs", "words.yes", [], en)).toBe("Verbs read");
    expect(actionTitle("x.toString", "constructor", [], en)).toBe("To string x");
  });
});

describe("purposeText", () => {
  it("says a code in words, another purpose as it came, and nothing where none was given", () => {
    expect(purposeText({ purpose: "TREAT" }, en)).toBe("Treatment");
    expect(purposeText({ purpose: "treat" }, es)).toBe("Tratamiento");
    expect(purposeText({ purpose: "bed_planning" }, en)).toBe("Bed planning");
    expect(purposeText({}, en)).toBeNull();
  });
});

describe("rolesText", () => {
  it("joins roles as the language does", () => {
    const roles = ["attending_physician", "privacy_officer"];
    expect(rolesText(roles, en, "en-US")).toBe("Attending physician or privacy officer");
    expect(rolesText(roles, es, "es-US")).toBe("Médico tratante u oficial de privacidad");
    expect(rolesText([], en, "en-US")).toBe("Anyone who may decide requests");
  });
});

describe("outcomeText", () => {
  it("says who decided", () => {
    const resolved_by = { id: "usr_2", name: "Dr. Mehta" };
    const t = testTranslator("inbox");
    expect(outcomeText(exampleApproval({ state: "denied", resolved_by }), t)).toBe("Denied by Dr. Mehta");
    expect(outcomeText(exampleApproval({ state: "consumed", resolved_by }), t)).toBe(
      "Approved by Dr. Mehta, used",
    );
    expect(outcomeText(exampleApproval({ state: "expired", resolved_by }), t)).toBe("Expired");
    expect(outcomeText(exampleApproval({ state: "cancelled" }), t)).toBe("Withdrawn");
    expect(
      outcomeText(exampleApproval({ state: "denied", resolved_by }), testTranslator("inbox", "es")),
    ).toBe("Denegada por Dr. Mehta");
  });
});
