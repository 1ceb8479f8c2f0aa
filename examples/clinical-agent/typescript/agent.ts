// A small clinical agent: summarizes a patient, and reads no record that Kynara has not allowed.
import { type Decision, Kynara, KynaraError } from "@kynara/sdk";
import { FhirRecords, RECORD_TYPES, type RecordType, summaryLine } from "./fhir-records";

const ehr = new FhirRecords(process.env.FHIR_BASE_URL ?? "http://127.0.0.1:8103/fhir/R4");

/** Says what Kynara answered; called before the record is read, or the wait begins. */
function announce(decision: Decision): void {
  const recordType = decision.resource.attrs?.record_type;
  if (decision.allowed) {
    console.log(`${recordType}: allowed (${decision.decisionId || "no decision: Kynara is unreachable"})`);
  } else if (decision.effect === "require_approval") {
    console.log(`${recordType}: waiting for a physician: ${decision.approvalUrl}`);
  }
}

function guardRecords(kynara: Kynara) {
  return kynara.guarded(
    {
      action: "ehr.read",
      resource: (patientId: string, recordType: RecordType) => ({
        type: "patient_record",
        id: patientId,
        attrs: { record_type: recordType, patient_id: patientId },
      }),
    },
    (patientId: string, recordType: RecordType) => ehr.getRecord(patientId, recordType),
  );
}

type ReadPatientRecord = ReturnType<typeof guardRecords>;

/** Prints one part of the summary; false when it could not be had. */
async function summarize(
  read: ReadPatientRecord,
  patientId: string,
  recordType: RecordType,
): Promise<boolean> {
  try {
    const resources = await read(patientId, recordType);
    for (const resource of resources) console.log(`  ${summaryLine(resource)}`);
    if (resources.length === 0) console.log("  nothing on record");
    return true;
  } catch (error) {
    const why = error instanceof KynaraError ? "not read." : "the FHIR server gave no answer.";
    console.log(`${recordType}: ${why} ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

async function main([patientId, ...wanted]: string[]): Promise<number> {
  const unknown = wanted.filter((name) => !RECORD_TYPES.some((known) => known === name));
  if (!patientId || unknown.length > 0) {
    console.error(`Usage: agent.ts PATIENT_ID [${RECORD_TYPES.join("] [")}]`);
    return 2;
  }
  const read = guardRecords(Kynara.fromEnv({ onDecision: announce }));
  console.log(`Summary of patient ${patientId}`);
  let complete = true;
  for (const recordType of RECORD_TYPES) {
    if (wanted.length > 0 && !wanted.includes(recordType)) continue;
    complete = (await summarize(read, patientId, recordType)) && complete;
  }
  return complete ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof KynaraError ? error.message : error);
  return 2;
});
