/** Sets up over the API what is measured, as a machine would. */
export async function setUpHospital(baseUrl: string, adminKey: string): Promise<{ key: string }> {
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const answer = await fetch(`${baseUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-kynara-key": adminKey },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const agent = await post<{ id: string }>("/api/v1/agents", { name: "Bench agent" });
  const created = await post<{ secret: string }>(`/api/v1/agents/${agent.id}/keys`, { name: "bench" });
  await post("/api/v1/policies", {
    display_name: "Require approval for clinical data",
    effect: "require_approval",
    priority: 100,
    actions: ["ehr.read"],
    condition: {
      op: "in",
      args: ["ctx.resource.attrs.record_type", ["diagnosis", "medication", "lab_result", "imaging"]],
    },
  });
  await post("/api/v1/policies", {
    display_name: "Allow demographics",
    effect: "allow",
    priority: 200,
    actions: ["ehr.read"],
    condition: { op: "eq", args: ["ctx.resource.attrs.record_type", "demographics"] },
  });
  return { key: created.secret };
}

export const CHECK_BODY = JSON.stringify({
  action: "ehr.read",
  resource: {
    type: "patient_record",
    id: "p-100",
    attrs: { record_type: "demographics", patient_id: "p-100" },
  },
  context: { purpose: "TREAT" },
});
