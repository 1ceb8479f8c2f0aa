"""The agent's record system: a FHIR R4 server, read with the standard library."""

from __future__ import annotations

import json
from typing import Any, Dict, List
from urllib.parse import quote
from urllib.request import Request, urlopen

SEARCHES = {
    "demographics": "Patient?_id={id}",
    "diagnosis": "Condition?patient={id}",
    "medication": "MedicationRequest?patient={id}",
    "lab_result": "Observation?patient={id}&category=laboratory",
}
RECORD_TYPES = tuple(SEARCHES)


class FhirRecords:
    """Reads a patient's records of one type from ``base_url``, such as ``http://127.0.0.1:8103/fhir/R4``."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url.rstrip("/")

    def get_record(self, patient_id: str, record_type: str) -> List[Dict[str, Any]]:
        """The FHIR resources of this type.

        :raises OSError: the server cannot be reached, or refuses.
        """
        search = SEARCHES[record_type].format(id=quote(patient_id, safe=""))
        request = Request(f"{self._base_url}/{search}", headers={"Accept": "application/fhir+json"})
        with urlopen(request, timeout=10) as response:
            bundle = json.load(response)
        return [entry["resource"] for entry in bundle.get("entry", [])]


def summary_line(resource: Dict[str, Any]) -> str:
    """One line a clinician can read."""
    kind = resource["resourceType"]
    if kind == "Patient":
        name = resource["name"][0]
        full_name = " ".join([*name.get("given", []), name.get("family", "")]).strip()
        return ", ".join(filter(None, [full_name, resource.get("gender"), f"born {resource.get('birthDate', 'unknown')}"]))
    if kind == "Condition":
        return f"{resource['code']['text']}, since {resource.get('onsetDateTime', 'unknown')}"
    if kind == "MedicationRequest":
        dosage = "; ".join(instruction["text"] for instruction in resource.get("dosageInstruction", []))
        return f"{resource['medicationCodeableConcept']['text']}: {dosage}"
    quantity = resource["valueQuantity"]
    flags = [coding["code"] for concept in resource.get("interpretation", []) for coding in concept["coding"]]
    flag = {"H": " (high)", "L": " (low)"}.get(flags[0] if flags else "", "")
    return f"{resource['code']['text']} {quantity['value']} {quantity['unit']}{flag}, {resource['effectiveDateTime'][:10]}"
