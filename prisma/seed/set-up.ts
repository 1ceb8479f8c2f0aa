import { randomInt } from "node:crypto";
import { ALL_PERMISSIONS } from "@/lib/access";
import { createAgent, listAgents } from "@/lib/server/agents";
import { type Caller, systemCaller } from "@/lib/server/caller";
import { putEntities } from "@/lib/server/entities";
import { newId } from "@/lib/server/ids";
import { createKey } from "@/lib/server/keys";
import { createMember, listMembers } from "@/lib/server/members";
import { bootstrapOrganization } from "@/lib/server/organizations";
import { createPolicy, listPolicies } from "@/lib/server/policies";
import { createRole, listRoles } from "@/lib/server/roles";
import {
  AGENTS,
  CLINICAL_ROLE,
  type DemoPerson,
  ORGANIZATION,
  PATIENTS,
  PEOPLE,
  POLICIES,
  SECOND_ORGANIZATION,
} from "./hospital";

export interface DemoHospital {
  organizationId: string;
  people: Record<keyof typeof PEOPLE, { id: string; password: string }>;
  agents: Record<keyof typeof AGENTS, { id: string; name: string; secret: string; keyId: string }>;
}

const WORDS = [
  "amber",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "grove",
  "heron",
  "inlet",
  "juniper",
  "kelp",
  "larch",
];

/** Easy to type, different in every installation. */
const demoPassword = () => `${pick()}-${pick()}-${randomInt(100_000, 999_999)}`;
const pick = () => WORDS[randomInt(WORDS.length)] ?? "amber";

export type Passwords = Record<keyof typeof PEOPLE, string>;

export function drawPasswords(): Passwords {
  return Object.fromEntries(Object.keys(PEOPLE).map((name) => [name, demoPassword()])) as Passwords;
}

const EVERYTHING = { limit: 200 };

/**
 * Sets the hospital up as its administrator would, through the same operations as the API. What a start that was broken
 * off has left is found and not made again.
 *
 * @param passwords drawn and kept before, so that a second attempt knows those of the first.
 */
export async function setUpHospital(passwords: Passwords): Promise<DemoHospital> {
  const { organizationId } = await bootstrapOrganization(ORGANIZATION);
  const installer: Caller = {
    ...systemCaller(organizationId, newId("req")),
    permissions: new Set(ALL_PERMISSIONS),
  };
  const members = (await listMembers(installer, { ...EVERYTHING, status: "active" })).items;
  const people = {} as DemoHospital["people"];
  for (const [name, person] of entriesOf<keyof typeof PEOPLE, DemoPerson>(PEOPLE)) {
    const { signIn: _signIn, ...given } = person;
    const password = passwords[name];
    const member =
      members.find((one) => one.email === person.email) ??
      (await createMember(installer, { ...given, password }));
    people[name] = { id: member.user_id, password };
  }
  const admin: Caller = {
    organizationId,
    kind: "user",
    id: people.admin.id,
    agentId: null,
    roles: PEOPLE.admin.roles,
    permissions: new Set(ALL_PERMISSIONS),
    requestId: newId("req"),
  };
  const roles = (await listRoles(admin, EVERYTHING)).items;
  if (!roles.some((role) => role.name === CLINICAL_ROLE.name)) await createRole(admin, CLINICAL_ROLE);
  const known = (await listAgents(admin, EVERYTHING)).items;
  const agents = {} as DemoHospital["agents"];
  for (const [name, given] of entriesOf(AGENTS)) {
    const agent =
      known.find((one) => one.name === given.name) ??
      (await createAgent(admin, {
        ...given,
        owner_user_id: people.admin.id,
        roles: [CLINICAL_ROLE.name],
        attrs: {},
      }));
    const key = await createKey(admin, {
      name: "Production",
      agent_id: agent.id,
      permissions: [],
      expires_at: null,
    });
    agents[name] = { id: agent.id, name: agent.name, secret: key.secret, keyId: key.id };
  }
  const policies = (await listPolicies(admin, { ...EVERYTHING, status: "published" })).items;
  for (const policy of POLICIES) {
    if (!policies.some((one) => one.display_name === policy.display_name)) await createPolicy(admin, policy);
  }
  await putEntities(admin, {
    items: PATIENTS.map(({ id, name, ...attrs }) => ({
      kind: "resource",
      type: "patient_record",
      id,
      display_name: name,
      attrs,
    })),
  });
  await setUpSecondOrganization();
  return { organizationId, people, agents };
}

/** Who goes over to it from the hospital finds the set-up checklist with nearly everything to do. */
async function setUpSecondOrganization(): Promise<void> {
  const { organizationId } = await bootstrapOrganization(SECOND_ORGANIZATION);
  const installer: Caller = {
    ...systemCaller(organizationId, newId("req")),
    permissions: new Set(ALL_PERMISSIONS),
  };
  const { signIn: _signIn, ...given } = PEOPLE.admin;
  const members = (await listMembers(installer, { ...EVERYTHING, status: "active" })).items;
  if (!members.some((one) => one.email === given.email)) await createMember(installer, given);
}

function entriesOf<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
