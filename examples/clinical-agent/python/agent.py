"""A small clinical agent: summarizes a patient, and reads no record that Kynara has not allowed."""

from __future__ import annotations

import argparse
import os
import sys

from fhir_records import RECORD_TYPES, FhirRecords, summary_line
from kynara_sdk import Decision, Kynara, KynaraError, permission_required, set_current_kynara

ehr = FhirRecords(os.environ.get("FHIR_BASE_URL", "http://127.0.0.1:8103/fhir/R4"))


@permission_required(
    "ehr.read",
    resource_arg="patient_id",
    resource_type="patient_record",
    resource_attrs=lambda patient_id, record_type: {"record_type": record_type, "patient_id": patient_id},
)
def read_patient_record(patient_id: str, record_type: str):
    return ehr.get_record(patient_id, record_type)


def say(text: str) -> None:
    print(text, flush=True)


def announce(decision: Decision) -> None:
    """Says what Kynara answered; called before the record is read, or the wait begins."""
    record_type = (decision.resource or {})["attrs"]["record_type"]
    if decision.allowed:
        say(f"{record_type}: allowed ({decision.decision_id or 'no decision: Kynara is unreachable'})")
    elif decision.requires_approval:
        say(f"{record_type}: waiting for a physician: {decision.approval_url}")


def summarize(patient_id: str, record_type: str) -> bool:
    """Prints one part of the summary; False when it could not be had."""
    try:
        resources = read_patient_record(patient_id, record_type)
    except KynaraError as error:
        say(f"{record_type}: not read. {error}")
        return False
    except OSError as error:
        say(f"{record_type}: the FHIR server gave no answer. {error}")
        return False
    for resource in resources:
        say(f"  {summary_line(resource)}")
    if not resources:
        say("  nothing on record")
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("patient_id", help="such as 123")
    parser.add_argument("record_types", nargs="*", metavar="record_type", help=f"of {', '.join(RECORD_TYPES)}; all when absent")
    arguments = parser.parse_args()
    unknown = set(arguments.record_types) - set(RECORD_TYPES)
    if unknown:
        parser.error(f"unknown record type: {', '.join(sorted(unknown))}")
    try:
        set_current_kynara(Kynara.from_env(on_decision=announce))
    except KynaraError as error:
        say(str(error))
        return 2
    say(f"Summary of patient {arguments.patient_id}")
    results = [summarize(arguments.patient_id, kind) for kind in arguments.record_types or RECORD_TYPES]
    return 0 if all(results) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
