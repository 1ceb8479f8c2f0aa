import { permissionsOf } from "@/lib/access";
import { disableAgent, enableAgent } from "@/lib/server/agents";
import { castVote, sweepApprovals } from "@/lib/server/approvals";
import type { Caller } from "@/lib/server/caller";
import { moveClock, now, resetClock } from "@/lib/server/clock";
import { currentState } from "@/lib/server/decision-state";
import { askedOf, checkDecision } from "@/lib/server/decisions";
import { newId } from "@/lib/server/ids";
import { PATIENTS, type PEOPLE } from "./hospital";
import type { DemoHospital } from "./set-up";

const DAYS = 5;
const MINUTE = 60_000;
const RECORD_TYPES = [
  "demographics",
  "demographics",
  "demographics",
  "diagnosis",
  "medication",
  "lab_result",
];
const DENIALS = [
  "Not needed for this visit.",
  "Wrong patient for this round.",
  "Please ask me in person first.",
];

/** The same sequence in every installation: a believable week, not a surprise. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    // Numerical Recipes' linear congruential generator; nothing here needs more.
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

/** Writes some days of work through the real services, and leaves a few requests waiting for the physician. */
export async function writeHistory(hospital: DemoHospital): Promise<void> {
  const random = sequence(20261123);
  const today = new Date();
  try {
    for (let day = DAYS; day >= 1; day -= 1) {
      const start = new Date(today.getTime() - day * 86_400_000);
      start.setUTCHours(7, 12, 0, 0);
      let at = start.getTime();
      for (let round = 0; round < 16; round += 1) {
        at += (2 + random(24)) * MINUTE;
        if (at >= today.getTime() - 40 * MINUTE) break;
        moveClock(new Date(at));
        await visit(hospital, random);
      }
      if (day === 3) await switchOffAndOn(hospital);
      await sweepApprovals();
    }
  } finally {
    resetClock();
  }
  await leaveRequestsWaiting(hospital);
}

/** An agent prepares one patient: demographics, then perhaps something a physician has to decide. */
async function visit(hospital: DemoHospital, random: (below: number) => number): Promise<void> {
  const agent = Object.values(hospital.agents)[random(3)];
  const patient = PATIENTS[random(PATIENTS.length)];
  if (!agent || !patient) return;
  await ask(hospital, agent, patient.id, "ehr.read", "demographics");
  const recordType = RECORD_TYPES[random(RECORD_TYPES.length)] ?? "demographics";
  const action = random(25) === 0 ? "ehr.export" : random(9) === 0 ? "ehr.note.write" : "ehr.read";
  const decision = await ask(hospital, agent, patient.id, action, recordType);
  if (decision.approval_id === null) return;
  const fate = random(12);
  if (fate === 0) return;
  moveClock(new Date(now().getTime() + (1 + random(9)) * MINUTE));
  const who = random(3) === 0 ? "colleague" : "physician";
  const caller = await personCaller(hospital, who);
  const isDenied = fate === 1;
  const vote = isDenied ? ("deny" as const) : ("approve" as const);
  await castVote(caller, decision.approval_id, { vote, reason: isDenied ? (DENIALS[random(3)] ?? "") : "" });
  moveClock(new Date(now().getTime() + 5_000));
  await ask(hospital, agent, patient.id, action, recordType, decision.approval_id);
}

function ask(
  hospital: DemoHospital,
  agent: DemoHospital["agents"]["rounds"],
  patientId: string,
  action: string,
  recordType: string,
  approvalId?: string,
) {
  const { organizationId } = hospital;
  const credential = { kind: "key" as const, keyId: agent.keyId, organizationId };
  const asker = { organizationId, credential, requestId: newId("req") };
  const request = {
    action,
    resource: {
      type: "patient_record",
      id: patientId,
      attrs: { record_type: recordType, patient_id: patientId },
    },
    context: { purpose: "TREAT" },
    ...(approvalId !== undefined && { approval_id: approvalId }),
  };
  return checkDecision(asker, askedOf(request, agent.id));
}

async function switchOffAndOn(hospital: DemoHospital): Promise<void> {
  const admin = await personCaller(hospital, "admin");
  const agent = hospital.agents.coding;
  await disableAgent(admin, agent.id, "Read records outside its task; under review.");
  moveClock(new Date(now().getTime() + 4 * MINUTE));
  await ask(hospital, agent, "555", "ehr.read", "demographics");
  moveClock(new Date(now().getTime() + 90 * MINUTE));
  await enableAgent(admin, agent.id, "Configuration corrected.");
}

async function leaveRequestsWaiting(hospital: DemoHospital): Promise<void> {
  const { rounds, discharge } = hospital.agents;
  await ask(hospital, rounds, "marge-simpson", "ehr.read", "lab_result");
  await ask(hospital, discharge, "555", "ehr.note.write", "discharge_letter");
  await ask(hospital, rounds, "lisa-simpson", "ehr.read", "medication");
}

async function personCaller(hospital: DemoHospital, who: keyof typeof PEOPLE): Promise<Caller> {
  const { organizationId } = hospital;
  const { id } = hospital.people[who];
  const state = await currentState(organizationId);
  const roles = state.people.get(id)?.roles ?? [];
  const permissions = permissionsOf(roles, state.roles);
  return { organizationId, kind: "user", id, agentId: null, roles, permissions, requestId: newId("req") };
}
