import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import type { HospitalApi } from "./test";

const PLANNED: { [member: string]: string | number | boolean | string[] } = {
  display_name: "Imaging: allow for radiology",
  effect: "allow",
  priority: 300,
  actions: ["imaging.read"],
  enabled: false,
};

/** Gives the demo hospital what pages show and its seed lacks: a policy with a history, not in force yet. */
export async function prepareHospital(api: HospitalApi): Promise<void> {
  const { items } = await api(policyEndpoints.list, {});
  if (items.some(({ version }) => version > 1)) return;
  const { id, version } = await api(policyEndpoints.create, { body: PLANNED });
  await api(policyEndpoints.update, {
    params: { id },
    body: { ...PLANNED, priority: 310 },
    headers: { "if-match": `"${version}"` },
  });
}
