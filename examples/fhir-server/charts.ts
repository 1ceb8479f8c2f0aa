import type {
  CodeableConcept,
  Condition,
  MedicationRequest,
  Observation,
  Patient,
  Reference,
  Resource,
} from "@medplum/fhirtypes";

const SNOMED = "http://snomed.info/sct";
const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
const LOINC = "http://loinc.org";
const UCUM = "http://unitsofmeasure.org";
const HL7 = "http://terminology.hl7.org/CodeSystem";
const attending = { reference: "Practitioner/124", display: "Alice Smith" } as const;

interface Diagnosis {
  readonly id: string;
  readonly code: CodeableConcept;
  readonly since: string;
}

interface Prescription {
  readonly id: string;
  readonly drug: CodeableConcept;
  readonly dosage: string;
  readonly on: string;
}

interface LabResult {
  readonly id: string;
  readonly code: CodeableConcept;
  readonly value: number;
  /** UCUM. */
  readonly unit: string;
  readonly normal: { readonly low?: number; readonly high?: number };
  readonly at: string;
}

interface Chart {
  /** A patient of @medplum/mock. */
  readonly patientId: string;
  readonly display: string;
  readonly diagnoses: readonly Diagnosis[];
  readonly prescriptions: readonly Prescription[];
  readonly labResults: readonly LabResult[];
}

const coded = (system: string, code: string, text: string): CodeableConcept => ({
  coding: [{ system, code, display: text }],
  text,
});

const homer: Chart = {
  patientId: "123",
  display: "Homer Simpson",
  diagnoses: [
    {
      id: "homer-diabetes",
      code: coded(SNOMED, "44054006", "Type 2 diabetes mellitus"),
      since: "2014-03-11",
    },
    {
      id: "homer-hypertension",
      code: coded(SNOMED, "59621000", "Essential hypertension"),
      since: "2011-09-02",
    },
    { id: "homer-hyperlipidemia", code: coded(SNOMED, "55822004", "Hyperlipidemia"), since: "2012-01-20" },
    { id: "homer-obesity", code: coded(SNOMED, "414916001", "Obesity"), since: "2005-06-14" },
  ],
  prescriptions: [
    {
      id: "homer-metformin",
      drug: coded(RXNORM, "861007", "Metformin hydrochloride 500 mg oral tablet"),
      dosage: "1 tablet twice a day with meals",
      on: "2026-09-14",
    },
    {
      id: "homer-lisinopril",
      drug: coded(RXNORM, "314076", "Lisinopril 10 mg oral tablet"),
      dosage: "1 tablet every morning",
      on: "2026-09-14",
    },
    {
      id: "homer-atorvastatin",
      drug: coded(RXNORM, "617310", "Atorvastatin 20 mg oral tablet"),
      dosage: "1 tablet at bedtime",
      on: "2026-09-14",
    },
  ],
  labResults: [
    {
      id: "homer-hba1c",
      code: coded(LOINC, "4548-4", "Hemoglobin A1c"),
      value: 7.9,
      unit: "%",
      normal: { high: 5.6 },
      at: "2026-11-16T07:40:00Z",
    },
    {
      id: "homer-ldl",
      code: coded(LOINC, "18262-6", "LDL cholesterol"),
      value: 131,
      unit: "mg/dL",
      normal: { high: 99 },
      at: "2026-11-16T07:40:00Z",
    },
    {
      id: "homer-creatinine",
      code: coded(LOINC, "2160-0", "Creatinine"),
      value: 0.9,
      unit: "mg/dL",
      normal: { low: 0.7, high: 1.3 },
      at: "2026-11-16T07:40:00Z",
    },
    {
      id: "homer-alt",
      code: coded(LOINC, "1742-6", "Alanine aminotransferase"),
      value: 61,
      unit: "U/L",
      normal: { low: 7, high: 55 },
      at: "2026-11-16T07:40:00Z",
    },
  ],
};

const marge: Chart = {
  patientId: "marge-simpson",
  display: "Marge Simpson",
  diagnoses: [
    { id: "marge-anemia", code: coded(SNOMED, "87522002", "Iron deficiency anemia"), since: "2026-08-03" },
    {
      id: "marge-anxiety",
      code: coded(SNOMED, "21897009", "Generalized anxiety disorder"),
      since: "2019-02-18",
    },
  ],
  prescriptions: [
    {
      id: "marge-iron",
      drug: coded(RXNORM, "310325", "Ferrous sulfate 325 mg oral tablet"),
      dosage: "1 tablet every other day",
      on: "2026-08-03",
    },
    {
      id: "marge-sertraline",
      drug: coded(RXNORM, "312941", "Sertraline 50 mg oral tablet"),
      dosage: "1 tablet every morning",
      on: "2026-05-21",
    },
  ],
  labResults: [
    {
      id: "marge-hemoglobin",
      code: coded(LOINC, "718-7", "Hemoglobin"),
      value: 11.2,
      unit: "g/dL",
      normal: { low: 12, high: 15.5 },
      at: "2026-11-09T08:05:00Z",
    },
    {
      id: "marge-ferritin",
      code: coded(LOINC, "2276-4", "Ferritin"),
      value: 9,
      unit: "ng/mL",
      normal: { low: 15, high: 150 },
      at: "2026-11-09T08:05:00Z",
    },
  ],
};

const bart: Chart = {
  patientId: "555",
  display: "Bart Simpson",
  diagnoses: [
    {
      id: "bart-adhd",
      code: coded(SNOMED, "406506008", "Attention deficit hyperactivity disorder"),
      since: "1999-10-04",
    },
  ],
  prescriptions: [
    {
      id: "bart-methylphenidate",
      drug: { text: "Methylphenidate 18 mg extended-release tablet" },
      dosage: "1 tablet every morning",
      on: "2026-10-01",
    },
  ],
  labResults: [
    {
      id: "bart-leukocytes",
      code: coded(LOINC, "6690-2", "Leukocytes"),
      value: 6.8,
      unit: "10*3/uL",
      normal: { low: 4.5, high: 11 },
      at: "2026-10-01T09:15:00Z",
    },
  ],
};

const lisa: Chart = {
  patientId: "lisa-simpson",
  display: "Lisa Simpson",
  diagnoses: [{ id: "lisa-asthma", code: coded(SNOMED, "195967001", "Asthma"), since: "1992-04-27" }],
  prescriptions: [
    {
      id: "lisa-albuterol",
      drug: { text: "Albuterol 90 mcg per actuation inhaler" },
      dosage: "2 puffs as needed for wheezing",
      on: "2026-07-08",
    },
  ],
  labResults: [
    {
      id: "lisa-eosinophils",
      code: coded(LOINC, "711-2", "Eosinophils"),
      value: 0.6,
      unit: "10*3/uL",
      normal: { high: 0.5 },
      at: "2026-07-08T10:30:00Z",
    },
  ],
};

/**
 * What the demo adds to the mock: it ships patients and a few test observations, but no Condition and no
 * MedicationRequest; and the two of its patients that it does not load by itself.
 */
export async function charts(): Promise<Resource[]> {
  const { LisaSimpson, MargeSimpson } = await import("@medplum/mock");
  const patients: Patient[] = [MargeSimpson, LisaSimpson];
  return [...patients, ...[homer, marge, bart, lisa].flatMap(resourcesOf)];
}

function resourcesOf({ patientId, display, diagnoses, prescriptions, labResults }: Chart): Resource[] {
  const subject = { reference: `Patient/${patientId}`, display };
  return [
    ...diagnoses.map((diagnosis) => conditionOf(subject, diagnosis)),
    ...prescriptions.map((prescription) => medicationRequestOf(subject, prescription)),
    ...labResults.map((result) => observationOf(subject, result)),
  ];
}

function conditionOf(subject: Reference<Patient>, { id, code, since }: Diagnosis): Condition {
  return {
    resourceType: "Condition",
    id,
    clinicalStatus: { coding: [{ system: `${HL7}/condition-clinical`, code: "active" }] },
    verificationStatus: { coding: [{ system: `${HL7}/condition-ver-status`, code: "confirmed" }] },
    category: [{ coding: [{ system: `${HL7}/condition-category`, code: "problem-list-item" }] }],
    code,
    subject,
    onsetDateTime: since,
    asserter: attending,
  };
}

function medicationRequestOf(
  subject: Reference<Patient>,
  { id, drug, dosage, on }: Prescription,
): MedicationRequest {
  return {
    resourceType: "MedicationRequest",
    id,
    status: "active",
    intent: "order",
    medicationCodeableConcept: drug,
    subject,
    authoredOn: on,
    requester: attending,
    dosageInstruction: [{ text: dosage }],
  };
}

function observationOf(
  subject: Reference<Patient>,
  { id, code, value, unit, normal, at }: LabResult,
): Observation {
  const quantity = (amount: number) => ({ value: amount, unit, system: UCUM, code: unit });
  const flag =
    normal.high !== undefined && value > normal.high
      ? "H"
      : normal.low !== undefined && value < normal.low
        ? "L"
        : "N";
  return {
    resourceType: "Observation",
    id,
    status: "final",
    category: [{ coding: [{ system: `${HL7}/observation-category`, code: "laboratory" }] }],
    code,
    subject,
    effectiveDateTime: at,
    performer: [attending],
    valueQuantity: quantity(value),
    referenceRange: [
      {
        ...(normal.low !== undefined && { low: quantity(normal.low) }),
        ...(normal.high !== undefined && { high: quantity(normal.high) }),
      },
    ],
    interpretation: [{ coding: [{ system: `${HL7}/v3-ObservationInterpretation`, code: flag }] }],
  };
}
