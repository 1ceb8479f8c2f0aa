import { randomBytes } from "node:crypto";
import { systemCaller } from "@/lib/server/caller";
import { moveClock, resetClock } from "@/lib/server/clock";
import { type LedgerEvent, sealed } from "@/lib/server/db/ledger/events";
import { recordMutation } from "@/lib/server/db/record-mutation";
import { newId } from "@/lib/server/ids";
import { createMember } from "@/lib/server/members";
import { bootstrapOrganization } from "@/lib/server/organizations";

const GROUP = 1_000;
const DAYS = 29;
const DAY_MS = 86_400_000;
const ACTIONS = ["ehr.read", "ehr.search", "ehr.note.write", "bed.read", "order.write"];
const EFFECTS = ["allow", "allow", "allow", "allow", "deny", "require_approval"] as const;
const agents = Array.from({ length: 20 }, () => newId("agt"));
const policies = Array.from({ length: 8 }, () => newId("pol"));

export interface FilledLog {
  organizationId: string;
  email: string;
  password: string;
  /** The patient of every hundredth entry. */
  patient: string;
  seconds: number;
}

/**
 * An organization whose log holds `count` entries over a month, and its auditor: written through the ledger as every
 * entry is, so that the chain, the tree and the sealed values are real; only in larger groups.
 */
export async function fillLog(count: number, told: (done: number) => void): Promise<FilledLog> {
  const started = performance.now();
  const end = Date.now() - 60_000;
  const start = end - DAYS * DAY_MS;
  moveClock(new Date(start));
  const { organizationId } = await bootstrapOrganization({ name: "A million entries" });
  const password = randomBytes(18).toString("base64url");
  const email = `auditor-${organizationId.slice(-8)}@example.org`;
  const caller = systemCaller(organizationId, newId("req"));
  await createMember(caller, {
    email,
    name: "An auditor",
    title: "",
    roles: ["auditor"],
    attrs: {},
    password,
  });
  for (let done = 0; done < count; done += GROUP) {
    moveClock(new Date(start + (done / count) * (end - start)));
    const events = Array.from({ length: Math.min(GROUP, count - done) }, (_, i) => decision(done + i));
    await recordMutation(
      caller,
      () => events as [LedgerEvent, ...LedgerEvent[]],
      async () => undefined,
    );
    told(done + events.length);
  }
  resetClock();
  return { organizationId, email, password, patient: "p-0", seconds: (performance.now() - started) / 1000 };
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function decision(n: number): LedgerEvent {
  const [action, effect, agentId] = [pick(ACTIONS, n), pick(EFFECTS, n), pick(agents, n * 7)];
  const policyId = pick(policies, n * 3);
  const id = newId("dec");
  return {
    id,
    type: "decision.evaluated",
    actor: { type: "agent", id: agentId },
    data: {
      decision_id: id,
      effect,
      reason: "policy_matched",
      policy_id: policyId,
      policy_version: 1 + (n % 3),
      state_version: 40,
      subject: { type: "agent", id: agentId },
      action,
      resource: {
        type: "patient_record",
        // One in ten is sealed, as all are in a hospital: what the list shows is the same, and filling takes minutes.
        ...(n % 10 === 0 && { id: sealed(`p-${(n / 10) % 10}`) }),
        attrs: { record_type: "lab_result", unit: "icu" },
      },
      context: { purpose: "TREAT" },
      request_id: newId("req"),
    },
    effect,
    action,
    resourceType: "patient_record",
    agentId,
    policyId,
  };
}
