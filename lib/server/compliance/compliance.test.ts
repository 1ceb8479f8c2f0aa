import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as exportRoute } from "@/app/api/v1/compliance/export/route";
import { GET as getRoute } from "@/app/api/v1/compliance/route";
import { POST as check } from "@/app/api/v1/decisions/check/route";
import type { ComplianceRow, RequirementId } from "@/lib/contracts/compliance";
import { createAgent, disableAgent } from "@/lib/server/agents";
import { castVote } from "@/lib/server/approvals";
import { makeCheckpointNow, verifyAndRecord } from "@/lib/server/audit";
import { type Caller, systemCaller } from "@/lib/server/caller";
import { moveClock, resetClock } from "@/lib/server/clock";
import { pool } from "@/lib/server/db/pool";
import { createGrant, reviewGrant, revokeGrant } from "@/lib/server/grants";
import { newId } from "@/lib/server/ids";
import { createKey } from "@/lib/server/keys";
import { createPolicy } from "@/lib/server/policies";
import {
  ask,
  createPerson,
  createTestOrganization,
  entriesAfter,
  lastSeq,
  type TestOrganization,
} from "@/lib/server/testing/management";
import { queryTenant } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { getCompliance } from "./get-compliance";

let database: TestDatabase;
let org: TestOrganization;
let officer: Caller;
let physician: Caller;
let agent: { id: string; secret: string };

beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
});
afterAll(() => leaveTestDatabase(database));

const system = () => systemCaller(org.id, newId("req"));

async function rowOf(id: RequirementId): Promise<ComplianceRow> {
  const row = (await getCompliance(system())).rows.find((one) => one.id === id);
  if (!row) throw new Error(`There is no row ${id}.`);
  return row;
}

/** The row's figures by name: counts as numbers, everything else as it is. */
async function figures(id: RequirementId): Promise<Record<string, unknown>> {
  const { evidence } = await rowOf(id);
  return Object.fromEntries(
    evidence.map(({ id: name, value }) => [name, value.kind === "count" ? value.count : value]),
  );
}

const gaps = async (id: RequirementId) =>
  Object.fromEntries((await rowOf(id)).gaps.map((gap) => [gap.id, gap.count]));
const status = async (id: RequirementId) => (await rowOf(id)).status;

async function asks(action: string, attrs = {}) {
  const body = { action, resource: { type: "patient_record", id: "p-100", attrs } };
  return (await ask(check, "POST", { key: agent.secret, body })).body;
}

describe("a new organization", () => {
  test("has nothing to show for what does not occur, and no gap is hidden", async () => {
    expect(await status("minimum_necessary")).toBe("absent");
    expect(await status("access_control")).toBe("absent");
    expect(await status("supervision")).toBe("absent");
    expect(await gaps("emergency_access")).toMatchObject({ no_takers: 1, no_reviewers: 1 });
    expect(await status("emergency_access")).toBe("gap");
  });
});

describe("access control", () => {
  test("counts agents and keys, and those without an owner or an end", async () => {
    officer = await createPerson(org.id, ["privacy_officer"]);
    physician = await createPerson(org.id, ["attending_physician"]);
    const fields = { description: "", mode: "read_write" as const, attrs: {}, daily_action_budget: null };
    const made = { ...fields, roles: ["agent"] };
    const { id } = await createAgent(system(), { ...made, name: "Rounds", owner_user_id: officer.id });
    // The organization's first key has no end.
    expect(await gaps("access_control")).toEqual({ endless_keys: 1 });
    const { secret } = await createKey(system(), {
      name: "for good",
      agent_id: id,
      permissions: [],
      expires_at: null,
    });
    agent = { id, secret };
    const { id: orphan } = await createAgent(system(), { ...made, name: "Orphan", owner_user_id: null });
    expect(await figures("access_control")).toMatchObject({ active_agents: 2, disabled_agents: 0 });
    expect(await gaps("access_control")).toEqual({ ownerless_agents: 1, endless_keys: 2 });
    expect(await status("access_control")).toBe("partly");
    await disableAgent(system(), orphan, "");
    expect(await figures("access_control")).toMatchObject({ active_agents: 1, disabled_agents: 1 });
    expect(await gaps("access_control")).toEqual({ endless_keys: 2 });
  });
});

describe("minimum necessary", () => {
  test("is a gap without rules, and counts what was decided under a condition", async () => {
    expect(await gaps("minimum_necessary")).toEqual({ no_rules: 1 });
    const condition = { op: "eq", args: ["ctx.resource.attrs.record_type", "demographics"] };
    const limited = { display_name: "Some", effect: "allow", priority: 1, actions: ["ehr.read"], condition };
    await createPolicy(system(), limited, "");
    expect(await status("minimum_necessary")).toBe("met");
    expect((await asks("ehr.read", { record_type: "demographics" })).effect).toBe("allow");
    expect((await asks("ehr.read", { record_type: "diagnosis" })).effect).toBe("deny");
    const open = { display_name: "All", effect: "allow", priority: 2, actions: ["bed.read"] };
    await createPolicy(system(), open, "");
    expect(await gaps("minimum_necessary")).toEqual({ open_rules: 1 });
    expect((await asks("bed.read")).effect).toBe("allow");
    expect(await figures("minimum_necessary")).toMatchObject({
      rules: 2,
      limited: { part: 1, whole: 2 },
      decisions_allow: 2,
      decisions_deny: 1,
      decisions_require_approval: 0,
    });
  });

  test("counts each entry once, however often it is asked and by however many at once", async () => {
    const before = await figures("minimum_necessary");
    await Promise.all([
      asks("bed.read"),
      asks("bed.read"),
      ...[1, 2, 3, 4].map(() => getCompliance(system())),
    ]);
    const after = await figures("minimum_necessary");
    expect(after.decisions_allow).toBe(Number(before.decisions_allow) + 2);
    const [counted] = await queryTenant<{ count: number }>(
      org.id,
      "SELECT sum(count)::int AS count FROM audit_tally",
    );
    expect(counted?.count).toBe(await lastSeq(org.id));
  });
});

describe("supervision", () => {
  test("is a gap without a rule that asks a person; tells who decided and in what time", async () => {
    expect(await gaps("supervision")).toEqual({ no_supervision: 1 });
    const approval = { approver_roles: ["attending_physician"] };
    const asking = { effect: "require_approval", priority: 0, actions: ["ehr.write"], approval };
    await createPolicy(system(), { ...asking, display_name: "Ask" }, "");
    expect(await status("supervision")).toBe("met");
    const { approval_id } = await asks("ehr.write");
    expect(await figures("supervision")).toMatchObject({ supervised_rules: 1, waiting: 1, approved: 0 });
    await castVote(physician, String(approval_id), { vote: "approve", reason: "seen" });
    expect(await figures("supervision")).toMatchObject({
      waiting: 0,
      approved: 1,
      median_answer: { kind: "duration", seconds: expect.any(Number) },
      deciders: { people: [{ name: "A person", count: 1 }] },
    });
    const unanswerable = { approver_roles: ["attending_physician"], quorum: 2 };
    await createPolicy(
      system(),
      { ...asking, display_name: "Two", actions: ["x.y"], approval: unanswerable },
      "",
    );
    expect(await gaps("supervision")).toEqual({ unanswerable_rules: 1 });
    expect(await status("supervision")).toBe("partly");
    const own = { ...approval, separation_of_duties: false };
    await createPolicy(system(), { ...asking, display_name: "Own", actions: ["x.z"], approval: own }, "");
    expect(await gaps("supervision")).toEqual({ unanswerable_rules: 1, self_decided_rules: 1 });
  });
});

describe("emergency access", () => {
  test("counts who may, what is live, what waits for review and what is overdue", async () => {
    expect(await gaps("emergency_access")).toEqual({ nobody_is_told: 1 });
    expect(await status("emergency_access")).toBe("partly");
    const { id } = await createGrant(physician, {
      actions: ["ehr.read"],
      resource: { type: "patient_record" },
      subject: { type: "user", id: physician.id },
      duration_minutes: 30,
      justification: "cardiac arrest",
      ticket_url: "",
    });
    expect(await figures("emergency_access")).toMatchObject({
      takers: 1,
      reviewers: 1,
      grants_live: 1,
      grants_taken: 1,
      grants_to_review: 0,
    });
    await revokeGrant(physician, id);
    expect(await figures("emergency_access")).toMatchObject({ grants_live: 0, grants_to_review: 1 });
    moveClock(new Date(Date.now() + 8 * 86_400_000));
    try {
      expect(await gaps("emergency_access")).toMatchObject({ reviews_overdue: 1 });
    } finally {
      resetClock();
    }
    await reviewGrant(officer, id, "justified");
    expect(await figures("emergency_access")).toMatchObject({ grants_to_review: 0, grants_reviewed: 1 });
  });
});

describe("audit controls", () => {
  test("is partly met until somebody verifies the log, and a gap once no checkpoint is signed", async () => {
    expect(await gaps("audit_controls")).toEqual({ unverified: 1 });
    moveClock(new Date(Date.now() + 3_600_000));
    try {
      expect(await gaps("audit_controls")).toMatchObject({ unsigned: 1 });
    } finally {
      resetClock();
    }
    await makeCheckpointNow(system());
    await verifyAndRecord(officer, { checkpoints: [] });
    const { verified, uncovered, tail_holds, entries } = await figures("audit_controls");
    expect(verified).toMatchObject({ kind: "instant", at: expect.any(String) });
    expect(uncovered).toBe(1);
    expect(tail_holds).toBe(entries);
    expect(await status("audit_controls")).toBe("met");
  });

  test("finds a hand at work in the last entries", async () => {
    const other = await createTestOrganization();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query("ALTER TABLE audit_record DISABLE TRIGGER audit_record_append_only");
    await owner.query("UPDATE audit_record SET actor_id = 'usr_other' WHERE org_id = $1 AND seq = 1", [
      other.id,
    ]);
    await owner.query("ALTER TABLE audit_record ENABLE TRIGGER audit_record_append_only");
    await owner.end();
    const { rows } = await getCompliance(systemCaller(other.id, newId("req")));
    const row = rows.find((one) => one.id === "audit_controls");
    expect(row?.status).toBe("gap");
    expect(row?.gaps.map((gap) => gap.id)).toContain("broken_log");
  });
});

describe("authentication", () => {
  test("counts people and agents, and says that a password is all there is", async () => {
    const before = await figures("authentication");
    await createPerson(org.id, ["auditor"]);
    expect(await figures("authentication")).toMatchObject({
      people: Number(before.people) + 1,
      agents_that_sign_in: 1,
      live_sessions: 0,
      locked: 0,
    });
    expect(await gaps("authentication")).toEqual({
      no_second_factor: Number(before.people) + 1,
      no_single_sign_on: 1,
    });
    expect(await status("authentication")).toBe("partly");
    await pool().query("UPDATE users SET locked_until = now() + interval '1 hour' WHERE id = $1", [
      officer.id,
    ]);
    expect(await figures("authentication")).toMatchObject({ locked: 1 });
  });
});

describe("over HTTP", () => {
  test("200 with every requirement; 401 and 403", async () => {
    const { status: code, body } = await ask(getRoute, "GET", { key: org.adminKey });
    expect(code).toBe(200);
    expect((body.rows as ComplianceRow[]).map((row) => row.section)).toEqual([
      "§164.514(d)",
      "§164.312(a)(1)",
      "§164.312(b)",
      "§164.312(d)",
      "§164.312(a)(2)(ii)",
      "§164.308(a)(3)(ii)(A)",
    ]);
    expect((await ask(getRoute, "GET", { key: "" })).status).toBe(401);
    expect((await ask(getRoute, "GET", { key: agent.secret })).status).toBe(403);
  });

  test("the files carry figures and words, and taking one is an entry", async () => {
    const seq = await lastSeq(org.id);
    const get = async (query: string, key = org.adminKey) =>
      exportRoute(new Request(`http://localhost/x?${query}`, { headers: { "x-kynara-key": key } }), {
        params: Promise.resolve({}),
      });
    const csv = await (await get("format=csv&language=es")).text();
    expect(csv.split("\r\n")[0]).toBe("section,requirement,status,kind,id,text,value,made_at");
    expect(csv).toContain("Mínimo necesario");
    const json = await (await get("format=json")).json();
    expect(json.rows[0]).toMatchObject({ id: "minimum_necessary", title: "Minimum necessary" });
    expect(json.note).toContain("not legal advice");
    const told = await entriesAfter(org.id, seq);
    expect(told.map((entry) => [entry.type, entry.data.format])).toEqual([
      ["compliance.exported", "csv"],
      ["compliance.exported", "json"],
    ]);
    expect((await get("format=csv", agent.secret)).status).toBe(403);
  });
});
