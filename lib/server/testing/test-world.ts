import { permissionsOf } from "@/lib/access";
import type { Caller } from "@/lib/server/caller";
import type { Prisma } from "@/lib/server/db/prisma";
import { type AuditedTx, recordMutation } from "@/lib/server/db/record-mutation";
import { currentState } from "@/lib/server/decision-state";
import { hashApiKey, newApiKeySecret } from "@/lib/server/identity";
import { newId } from "@/lib/server/ids";
import { createBareOrganization } from "./test-organization";

/** A small hospital: one agent with a key, people in roles, and the two policies of the product's example. */
export interface TestWorld {
  organizationId: string;
  agentId: string;
  secret: string;
  physicians: [string, string, string];
  nurse: string;
  owner: string;
  clinicalPolicyId: string;
  /** Changes something, as an entry of `type`. */
  change(type: string, work: (tx: AuditedTx) => Promise<unknown>): Promise<void>;
  caller(userId: string): Promise<Caller>;
}

const ROLES = [
  {
    name: "clinical_agent",
    permissions: [],
    allows: [{ actions: ["ehr.*"], resource_types: ["patient_record"] }],
  },
  {
    name: "attending_physician",
    permissions: ["approvals.read", "approvals.vote"],
    allows: [{ actions: ["ehr.*"] }],
  },
  { name: "nurse", permissions: ["approvals.read", "approvals.vote"], allows: [{ actions: ["ehr.read"] }] },
];

export const CLINICAL_POLICY = {
  display_name: "PHI access: require approval for clinical data",
  effect: "require_approval",
  priority: 100,
  actions: ["ehr.read"],
  condition: {
    op: "in",
    args: ["ctx.resource.attrs.record_type", ["diagnosis", "medication", "lab_result", "imaging"]],
  },
  approval: { approver_roles: ["attending_physician"] },
};
export const DEMOGRAPHICS_POLICY = {
  display_name: "PHI access: allow demographics",
  effect: "allow",
  priority: 200,
  actions: ["ehr.read"],
  condition: { op: "eq", args: ["ctx.resource.attrs.record_type", "demographics"] },
};

export async function createTestWorld(): Promise<TestWorld> {
  const organizationId = await createBareOrganization();
  const agentId = newId("agt");
  const secret = newApiKeySecret();
  const people = ["Ana Ruiz", "Bo Lind", "Cy Park", "Dee Noor", "Eli Otto"].map((name) => ({
    id: newId("usr"),
    name,
  }));
  const [ana, bo, cy, nurse, owner] = people.map((person) => person.id) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const clinicalPolicyId = newId("pol");
  const change: TestWorld["change"] = async (type, work) => {
    await recordMutation(
      { organizationId },
      () => ({ id: newId("evt"), type, actor: { type: "system" as const, id: "test" }, data: {} }),
      work,
    );
  };
  await change("settings.changed", async (tx) => {
    for (const role of ROLES)
      await tx.role.create({ data: { orgId: organizationId, displayName: role.name, ...role } });
    for (const person of people) {
      await tx.user.create({ data: { ...person, email: `${person.id}@example.org` } });
      const roles = person.id === nurse ? ["nurse"] : ["attending_physician"];
      await tx.member.create({
        data: { id: newId("mem"), orgId: organizationId, userId: person.id, roles, attrs: { unit: "icu" } },
      });
    }
    await tx.agent.create({
      data: {
        id: agentId,
        orgId: organizationId,
        name: "Rounds assistant",
        roles: ["clinical_agent"],
        ownerUserId: owner,
      },
    });
    await tx.apiKey.create({
      data: {
        id: newId("key"),
        orgId: organizationId,
        agentId,
        name: "test",
        display: "sk_live_…",
        hash: new Uint8Array(hashApiKey(secret)),
        permissions: ["decisions.check"],
        createdBy: owner,
      },
    });
    await insertPolicy(tx, organizationId, clinicalPolicyId, CLINICAL_POLICY);
    await insertPolicy(tx, organizationId, newId("pol"), DEMOGRAPHICS_POLICY);
  });
  return {
    organizationId,
    agentId,
    secret,
    physicians: [ana, bo, cy],
    nurse,
    owner,
    clinicalPolicyId,
    change,
    async caller(userId) {
      const state = await currentState(organizationId);
      const roles = state.people.get(userId)?.roles ?? [];
      const permissions = permissionsOf(roles, state.roles);
      return {
        organizationId,
        kind: "user",
        id: userId,
        agentId: null,
        roles,
        permissions,
        requestId: newId("req"),
      };
    },
  };
}

export async function insertPolicy(
  tx: AuditedTx,
  organizationId: string,
  id: string,
  document: { display_name: string; effect: string; priority: number } & Prisma.InputJsonObject,
): Promise<void> {
  const { display_name, effect, priority } = document;
  await tx.policy.create({
    data: { id, orgId: organizationId, displayName: display_name, effect, priority, document },
  });
}
