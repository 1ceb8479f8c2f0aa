import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningFhirServer, startFhirServer } from "./server";

let server: RunningFhirServer;
beforeAll(async () => {
  server = await startFhirServer({ port: 0 });
});
afterAll(() => server.stop());

interface Answer {
  readonly resourceType: string;
  readonly id?: string;
  readonly entry?: readonly {
    readonly resource: { readonly id: string; readonly subject?: { readonly reference: string } };
  }[];
}

async function get(path: string): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${server.baseUrl}/${path}`);
  expect(response.headers.get("content-type")).toContain("application/fhir+json");
  return { status: response.status, body: (await response.json()) as Answer };
}

const idsOf = async (path: string) =>
  ((await get(path)).body.entry ?? []).map(({ resource }) => resource.id).sort();

it("has the mock's patients under ids that do not change", async () => {
  expect(await idsOf("Patient")).toEqual(["123", "555", "lisa-simpson", "marge-simpson"]);
  expect((await get("Patient/123")).body).toMatchObject({
    resourceType: "Patient",
    id: "123",
    birthDate: "1956-05-12",
  });
});

it.each([
  [
    "Condition?patient=123",
    ["homer-diabetes", "homer-hyperlipidemia", "homer-hypertension", "homer-obesity"],
  ],
  ["Condition?subject=Patient/marge-simpson", ["marge-anemia", "marge-anxiety"]],
  ["MedicationRequest?patient=123", ["homer-atorvastatin", "homer-lisinopril", "homer-metformin"]],
  [
    "Observation?patient=123&category=laboratory",
    ["homer-alt", "homer-creatinine", "homer-hba1c", "homer-ldl"],
  ],
  ["Observation?patient=123&code=4548-4", ["homer-hba1c"]],
  ["Condition?patient=nobody", []],
])("finds by %s exactly those of the patient", async (search, ids) => {
  expect(await idsOf(search)).toEqual(ids);
});

it("keeps the observations that the mock ships", async () => {
  expect(await idsOf("Observation?patient=123")).toEqual(
    expect.arrayContaining(["1", "2", "3", "4", "5", "6", "7", "8"]),
  );
});

it.each(["Patient", "Condition", "MedicationRequest", "Observation"])(
  "every %s is read by its id",
  async (type) => {
    for (const id of await idsOf(type)) {
      expect(await get(`${type}/${id}`)).toMatchObject({ status: 200, body: { resourceType: type, id } });
    }
  },
);

it.each(["Patient/nobody", "Practitioner/124", "Patient/123/_history", "Patient/$export", "metadata"])(
  "answers 404 with an OperationOutcome for %s",
  async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { resourceType: "OperationOutcome" } });
  },
);

it("refuses to write", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const response = await fetch(`${server.baseUrl}/Patient/123`, { method });
    expect(response.status).toBe(405);
  }
  expect((await get("Patient/123")).status).toBe(200);
});
