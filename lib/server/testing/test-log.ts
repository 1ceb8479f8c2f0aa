import { ALL_PERMISSIONS, type Permission } from "@/lib/access";
import type { Caller } from "@/lib/server/caller";
import { type LedgerEvent, sealed } from "@/lib/server/db/ledger/events";
import { recordMutation } from "@/lib/server/db/record-mutation";
import { newId } from "@/lib/server/ids";
import { createBareOrganization } from "./test-organization";

/** A decision about a patient's record, as it stands in the log. */
export function decisionOn(patient: string, more: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    id: newId("dec"),
    type: "decision.evaluated",
    actor: { type: "agent", id: "agt_rounds" },
    data: {
      effect: "allow",
      action: "ehr.read",
      resource: { type: "patient_record", id: sealed(patient) },
      note: '=cmd|"x",\r\nüñî',
    },
    effect: "allow",
    action: "ehr.read",
    resourceType: "patient_record",
    agentId: "agt_rounds",
    ...more,
  };
}

export async function append(organizationId: string, events: readonly LedgerEvent[]): Promise<void> {
  await recordMutation(
    { organizationId },
    () => events as readonly [LedgerEvent, ...LedgerEvent[]],
    async () => null,
  );
}

/** An organization whose log holds `count` decisions. */
export async function createLog(count: number): Promise<{ org: string; caller: Caller }> {
  const org = await createBareOrganization();
  for (let done = 0; done < count; done += 200) {
    const size = Math.min(200, count - done);
    await append(
      org,
      Array.from({ length: size }, (_, i) => decisionOn(`patient-${done + i + 1}`)),
    );
  }
  return { org, caller: callerOf(org) };
}

export function callerOf(
  organizationId: string,
  permissions: readonly Permission[] = ALL_PERMISSIONS,
): Caller {
  return {
    organizationId,
    kind: "user",
    id: "usr_auditor",
    agentId: null,
    roles: [],
    permissions: new Set(permissions),
    requestId: newId("req"),
  };
}
