import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as activity } from "@/app/api/v1/activity/agents/route";
import { POST as check } from "@/app/api/v1/decisions/check/route";
import { createAgent, disableAgent } from "@/lib/server/agents";
import { castVote } from "@/lib/server/approvals";
import { catchUpTallies } from "@/lib/server/audit";
import { systemCaller } from "@/lib/server/caller";
import { newId } from "@/lib/server/ids";
import { createKey } from "@/lib/server/keys";
import { createPolicy } from "@/lib/server/policies";
import {
  ask,
  createPerson,
  createTestOrganization,
  type TestOrganization,
} from "@/lib/server/testing/management";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { getOverview } from "./get-overview";

let database: TestDatabase;
let org: TestOrganization;
const agents: { id: string; secret: string }[] = [];

beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
});
afterAll(() => leaveTestDatabase(database));

const system = () => systemCaller(org.id, newId("req"));

async function register(name: string) {
  const fields = { description: "", mode: "read_write" as const, owner_user_id: null, attrs: {} };
  const { id } = await createAgent(system(), {
    ...fields,
    name,
    roles: ["agent"],
    daily_action_budget: null,
  });
  const week = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const key = { name: "Production", agent_id: id, permissions: [], expires_at: week };
  const { secret } = await createKey(system(), key);
  agents.push({ id, secret });
}

async function asks(agent: { secret: string } | undefined, action: string, attrs = {}) {
  const body = { action, resource: { type: "bed", id: "3B-12", attrs } };
  return (await ask(check, "POST", { key: agent?.secret ?? "", body })).body.effect;
}

describe("the overview", () => {
  test("of a new organization tells what is left to set up", async () => {
    const admin = await createPerson(org.id, ["admin"]);
    const overview = await getOverview(admin, 14);
    expect(overview.setup?.map((step) => [step.id, step.done])).toEqual([
      ["approver", false],
      ["policy", false],
      ["agent", false],
      ["key", false],
      ["decision", false],
      ["checkpoint", false],
    ]);
    expect(overview.days).toHaveLength(14);
    expect(overview.approvals).toEqual({ mine: 0, waiting: 0, oldest: [] });
    expect(overview.log?.checkpoint).toBeNull();
  });

  test("counts what was decided, by day and by agent", async () => {
    const physician = await createPerson(org.id, ["attending_physician"]);
    const policy = { display_name: "Look", effect: "allow", actions: ["bed.read"] };
    const asking = { display_name: "Book", effect: "require_approval", actions: ["bed.write"] };
    for (const document of [policy, asking]) await createPolicy(system(), document, "");
    for (const name of ["Planner", "Porter"]) await register(name);
    const [planner, porter] = agents;
    expect(await asks(planner, "bed.read")).toBe("allow");
    expect(await asks(planner, "bed.write", { record_type: ["lease", { sealed: true }] })).toBe(
      "require_approval",
    );
    expect(await asks(porter, "bed.sell")).toBe("deny");
    const overview = await getOverview(await createPerson(org.id, ["admin"]), 2);
    expect(overview.days?.at(-1)).toMatchObject({ allow: 1, require_approval: 1, deny: 1 });
    expect(overview.days?.[0]).toMatchObject({ allow: 0, require_approval: 0, deny: 0 });
    expect(overview.agents?.most_active.map(({ name, decisions }) => [name, decisions])).toEqual([
      ["Planner", 2],
      ["Porter", 1],
    ]);
    expect(overview.agents?.most_denied.map(({ name, denied }) => [name, denied])).toEqual([["Porter", 1]]);
    expect(overview.approvals).toMatchObject({
      mine: 0,
      waiting: 1,
      oldest: [
        { action: "bed.write", resource_type: "bed", record_type: ["lease"], subject_name: "Planner" },
      ],
    });
    expect(overview.keys_expiring?.map((key) => key.agent_name)).toEqual(["Planner", "Porter"]);
    expect(overview.setup?.filter((step) => !step.done).map((step) => step.id)).toEqual(["checkpoint"]);
    expect((await getOverview(physician, 7)).approvals?.mine).toBe(1);
  });

  test("counts each decision once, whether the tally has it already or not", async () => {
    const admin = await createPerson(org.id, ["admin"]);
    const before = await getOverview(admin, 2);
    await catchUpTallies();
    expect((await getOverview(admin, 2)).days).toEqual(before.days);
    expect(await asks(agents[0], "bed.read")).toBe("allow");
    const after = await getOverview(admin, 2);
    expect(after.days?.at(-1)?.allow).toBe((before.days?.at(-1)?.allow ?? 0) + 1);
    expect(after.agents?.most_active[0]).toMatchObject({ name: "Planner", decisions: 3 });
  });

  test("tells a person what they decided and what became of it, and nobody else's votes", async () => {
    const physician = await createPerson(org.id, ["attending_physician"]);
    expect((await getOverview(physician, 7)).own_votes).toEqual([]);
    const [waiting] = (await getOverview(physician, 7)).approvals?.oldest ?? [];
    await castVote(physician, waiting?.id ?? "", { vote: "approve", reason: "" });
    const own = (await getOverview(physician, 7)).own_votes;
    expect(own).toMatchObject([
      {
        id: waiting?.id,
        vote: "approve",
        state: "approved",
        action: "bed.write",
        record_type: ["lease"],
        subject_name: "Planner",
        resolved_by: { id: physician.id },
      },
    ]);
    const colleague = await createPerson(org.id, ["attending_physician"]);
    expect((await getOverview(colleague, 7)).own_votes).toEqual([]);
    expect((await getOverview(await createPerson(org.id, ["admin"]), 7)).own_votes).toBeNull();
  });

  test("gives nobody more than they may see", async () => {
    const overview = await getOverview(await createPerson(org.id, ["attending_physician"]), 7);
    expect(overview).toMatchObject({ days: null, agents: null, log: null, keys_expiring: null, setup: null });
    expect((await getOverview(await createPerson(org.id, []), 7)).approvals).toBeNull();
  });

  test("knows nothing of another organization", async () => {
    const other = await createTestOrganization();
    const overview = await getOverview(await createPerson(other.id, ["admin"]), 7);
    expect(overview.agents).toEqual({ most_active: [], most_denied: [] });
    expect(overview.approvals?.waiting).toBe(0);
  });
});

describe("the activity of agents", () => {
  const of = (key: string, ids: string) => ask(activity, "GET", { key, query: { agent_ids: ids } });

  test("200: seven days and the last decision, in the order asked for", async () => {
    const [planner, porter] = agents;
    await disableAgent(system(), porter?.id ?? "", "");
    expect(await asks(porter, "bed.read")).toBe("deny");
    const unknown = newId("agt");
    const { status, body } = await of(org.adminKey, [porter?.id, unknown, planner?.id].join(","));
    expect(status).toBe(200);
    const items = body.items as { agent_id: string; days: unknown[]; last: unknown }[];
    expect(items.map((item) => item.agent_id)).toEqual([porter?.id, unknown, planner?.id]);
    expect(items[0]?.days).toHaveLength(7);
    expect(items[0]?.days.at(-1)).toMatchObject({ allow: 0, deny: 2, require_approval: 0 });
    expect(items[0]?.last).toMatchObject({ effect: "deny", action: "bed.read" });
    expect(items[1]).toMatchObject({ last: null });
    expect(items[2]?.last).toMatchObject({ effect: "allow", action: "bed.read" });
  });

  test("401, 403, 422: nobody, an agent's own key, no id", async () => {
    const [planner] = agents;
    const id = planner?.id ?? "";
    expect((await of("", id)).status).toBe(401);
    expect((await of(planner?.secret ?? "", id)).status).toBe(403);
    expect((await of(org.adminKey, "x")).status).toBe(422);
  });
});
