import type { Bundle, Condition, MedicationRequest, Observation, Patient } from "@medplum/fhirtypes";

/** The FHIR resources that the agent reads. */
export type ClinicalResource = Patient | Condition | MedicationRequest | Observation;

const SEARCHES = {
  demographics: (id: string) => `Patient?_id=${id}`,
  diagnosis: (id: string) => `Condition?patient=${id}`,
  medication: (id: string) => `MedicationRequest?patient=${id}`,
  lab_result: (id: string) => `Observation?patient=${id}&category=laboratory`,
} as const;

export type RecordType = keyof typeof SEARCHES;
export const RECORD_TYPES: readonly RecordType[] = ["demographics", "diagnosis", "medication", "lab_result"];

/** Reads a patient's records of one type from a FHIR R4 server, such as `http://127.0.0.1:8103/fhir/R4`. */
export class FhirRecords {
  readonly #baseUrl: string;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl.replace(/\/+$/, "");
  }

  /** Rejects when the server cannot be reached, or refuses. */
  async getRecord(patientId: string, recordType: RecordType): Promise<ClinicalResource[]> {
    const search = SEARCHES[recordType](encodeURIComponent(patientId));
    const response = await fetch(`${this.#baseUrl}/${search}`, {
      headers: { Accept: "application/fhir+json" },
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const bundle = (await response.json()) as Bundle<ClinicalResource>;
    return (bundle.entry ?? []).flatMap((entry) => (entry.resource ? [entry.resource] : []));
  }
}

/** One line a clinician can read. */
export function summaryLine(resource: ClinicalResource): string {
  switch (resource.resourceType) {
    case "Patient": {
      const name = resource.name?.[0];
      const fullName = [...(name?.given ?? []), name?.family].filter(Boolean).join(" ");
      return [fullName, resource.gender, `born ${resource.birthDate ?? "unknown"}`]
        .filter(Boolean)
        .join(", ");
    }
    case "Condition":
      return `${resource.code?.text}, since ${resource.onsetDateTime ?? "unknown"}`;
    case "MedicationRequest": {
      const dosage = resource.dosageInstruction?.map((instruction) => instruction.text).join("; ");
      return `${resource.medicationCodeableConcept?.text}: ${dosage}`;
    }
    case "Observation": {
      const code = resource.interpretation?.[0]?.coding?.[0]?.code;
      const flag = code === "H" ? " (high)" : code === "L" ? " (low)" : "";
      const { value, unit } = resource.valueQuantity ?? {};
      return `${resource.code?.text} ${value} ${unit}${flag}, ${resource.effectiveDateTime?.slice(0, 10)}`;
    }
  }
}
