import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as check } from "@/app/api/v1/decisions/check/route";
import { POST as putMany } from "@/app/api/v1/entities/route";
import { GET } from "@/app/api/v1/policies/vocabulary/route";
import type { KnownAttribute, PolicyVocabulary } from "@/lib/contracts/policy-vocabulary";
import { createAgent } from "@/lib/server/agents";
import { systemCaller } from "@/lib/server/caller";
import { newId } from "@/lib/server/ids";
import { createKey } from "@/lib/server/keys";
import { createMember } from "@/lib/server/members";
import { createPolicy } from "@/lib/server/policies";
import {
  ask,
  createPerson,
  createTestOrganization,
  type TestOrganization,
} from "@/lib/server/testing/management";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { getPolicyVocabulary } from "./get-policy-vocabulary";

let database: TestDatabase;
let org: TestOrganization;
const system = () => systemCaller(org.id, newId("req"));
const read = async (key = org.adminKey) =>
  (await ask(GET, "GET", { key })).body as unknown as PolicyVocabulary;
const of = (vocabulary: PolicyVocabulary, path: string): KnownAttribute | undefined =>
  vocabulary.attributes.find((one) => one.path === path);
const personKey = async (permissions: string[]) =>
  (await createKey(system(), { name: "Key", agent_id: null, permissions, expires_at: null })).secret;

const NURSES = [
  { unit: "icu", licence: "RN-778812", born: "1984-02-11" },
  { unit: "icu", licence: "RN-990011", born: "1990-07-30" },
];

beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
  const agent = await createAgent(system(), {
    name: "Coder",
    description: "",
    mode: "read_write",
    owner_user_id: null,
    attrs: { vendor: "acme", tier: 2, limits: { pages: 10 } },
    roles: ["agent"],
    daily_action_budget: null,
  });
  for (const attrs of NURSES) {
    const person = { email: `${newId("usr")}@example.org`, name: "A nurse", title: "", roles: [] };
    await createMember(system(), { ...person, attrs });
  }
  await ask(putMany, "POST", {
    key: org.adminKey,
    body: {
      items: [
        {
          kind: "resource",
          type: "patient_record",
          id: "p-1",
          attrs: { unit: "icu", surname: "Lovelace", tags: ["vip"], seen_at: "2026-11-01T10:00:00Z" },
        },
        { kind: "resource", type: "bed", id: "b-1", attrs: { unit: "er", floor: 3, home: { city: "Ulm" } } },
        { kind: "subject", type: "user", id: "usr_x", attrs: { desk: "4F" } },
      ],
    },
  });
  const document = { display_name: "Read", effect: "allow", actions: ["ehr.read", "lab.*"] };
  await createPolicy(system(), document, "");
  const { secret } = await createKey(system(), {
    name: "Production",
    agent_id: agent.id,
    permissions: [],
    expires_at: null,
  });
  const answer = await ask(check, "POST", {
    key: secret,
    body: {
      action: "ehr.read",
      resource: { type: "patient_record", id: "p-1", attrs: { record_type: "imaging", mrn: "00-42" } },
      context: { purpose: "TREAT", note: "Ada fell", "Ada Lovelace": true },
    },
  });
  expect(answer.status).toBe(200);
});
afterAll(() => leaveTestDatabase(database));

describe("the vocabulary of policies", () => {
  test("200: tells what agents, people, the directory and recent decisions carry, and where", async () => {
    const vocabulary = await read();
    expect(of(vocabulary, "ctx.subject.attrs.vendor")).toEqual({
      path: "ctx.subject.attrs.vendor",
      types: ["text"],
      seen: 1,
      sources: [{ kind: "agents", type: null, seen: 1 }],
      samples: ["acme"],
      withheld: false,
    });
    expect(of(vocabulary, "ctx.subject.attrs.limits.pages")).toMatchObject({
      types: ["number"],
      samples: [10],
    });
    expect(of(vocabulary, "ctx.resource.attrs.floor")).toMatchObject({ types: ["number"], seen: 1 });
    expect(of(vocabulary, "ctx.resource.attrs.seen_at")?.types).toEqual(["time"]);
    expect(of(vocabulary, "ctx.resource.attrs.tags")?.types).toEqual(["list"]);
    expect(of(vocabulary, "ctx.resource.attrs.unit")).toMatchObject({
      seen: 2,
      sources: [
        { kind: "directory", type: "bed", seen: 1 },
        { kind: "directory", type: "patient_record", seen: 1 },
      ],
    });
    expect(of(vocabulary, "ctx.on_behalf_of.attrs.desk")?.sources).toEqual([
      { kind: "directory", type: "user", seen: 1 },
    ]);
    expect(of(vocabulary, "ctx.context.purpose")).toMatchObject({ types: ["text"], samples: ["TREAT"] });
    expect(vocabulary.actions).toEqual(expect.arrayContaining(["ehr.read", "lab.*"]));
    expect(vocabulary.resource_types).toEqual(expect.arrayContaining(["bed", "patient_record"]));
  });

  test("200: shows values of names that are safe to log, and no others of the directory", async () => {
    const vocabulary = await read();
    expect(of(vocabulary, "ctx.resource.attrs.unit")?.samples.toSorted()).toEqual(["er", "icu"]);
    for (const name of ["surname", "tags", "floor", "seen_at"]) {
      expect(of(vocabulary, `ctx.resource.attrs.${name}`)).toMatchObject({ samples: [], withheld: true });
    }
    expect(of(vocabulary, "ctx.resource.attrs.home.city")).toMatchObject({ samples: [], withheld: true });
    expect(JSON.stringify(vocabulary)).not.toMatch(/Lovelace|vip|Ulm|4F|2026-11-01/);
  });

  test("200: a sealed value of a decision gives its name alone, and what is no name gives nothing", async () => {
    const vocabulary = await read();
    expect(of(vocabulary, "ctx.resource.attrs.record_type")?.samples).toEqual(["imaging"]);
    for (const path of ["ctx.resource.attrs.mrn", "ctx.context.note"]) {
      expect(of(vocabulary, path)).toMatchObject({ types: [], samples: [], withheld: true, seen: 1 });
    }
    expect(JSON.stringify(vocabulary)).not.toMatch(/00-42|fell|Ada/);
  });

  test("200: of people it shows what several have in common, never what is one person's own", async () => {
    const vocabulary = await read();
    for (const root of ["on_behalf_of", "approver"]) {
      expect(of(vocabulary, `ctx.${root}.attrs.unit`)).toMatchObject({ samples: ["icu"], seen: 2 });
      expect(of(vocabulary, `ctx.${root}.attrs.licence`)).toMatchObject({ samples: [], withheld: true });
      expect(of(vocabulary, `ctx.${root}.attrs.born`)).toMatchObject({ samples: [], withheld: true });
    }
  });

  test("200: names for everybody who may read policies, values only of what the caller may read", async () => {
    const vocabulary = await read(await personKey(["policies.read", "agents.read"]));
    expect(of(vocabulary, "ctx.subject.attrs.vendor")?.samples).toEqual(["acme"]);
    expect(of(vocabulary, "ctx.resource.attrs.unit")).toMatchObject({ samples: [], withheld: true });
    expect(of(vocabulary, "ctx.context.purpose")).toMatchObject({ samples: [], withheld: true });
    expect(of(vocabulary, "ctx.approver.attrs.unit")).toMatchObject({ samples: [], withheld: true });
  });

  test("200: a change of the directory is seen at once", async () => {
    await ask(putMany, "POST", {
      key: org.adminKey,
      body: { items: [{ kind: "resource", type: "ward", id: "w-1", attrs: { isolation: true } }] },
    });
    expect(of(await read(), "ctx.resource.attrs.isolation")).toMatchObject({ types: ["flag"] });
  });

  test("200: nothing of another organization", async () => {
    const other = await createTestOrganization();
    expect((await read(other.adminKey)).attributes).toEqual([]);
  });

  test("401 and 403: without a key, and without the permission to read policies", async () => {
    expect((await ask(GET, "GET", { key: "" })).status).toBe(401);
    expect((await ask(GET, "GET", { key: await personKey(["agents.read"]) })).status).toBe(403);
  });

  test("a person of each role that reads policies is told as much as that role may read", async () => {
    const officer = await getPolicyVocabulary(await createPerson(org.id, ["privacy_officer"]));
    expect(of(officer, "ctx.resource.attrs.unit")?.samples).toHaveLength(2);
  });
});
