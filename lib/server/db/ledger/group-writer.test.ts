import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/server/ids";
import { queryTenant, storedRows, verifyStored } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createBareOrganization } from "@/lib/server/testing/test-organization";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { recordMutation } from "../record-mutation";
import { type LedgerEvent, sealed } from "./events";
import { GroupWriter, type Submission } from "./group-writer";

interface State {
  version: number;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));

const loadState = async (_org: string, version: number): Promise<State> => ({ version });

function decision(agent = "agt_a", data: LedgerEvent["data"] = {}): LedgerEvent {
  return {
    id: newId("dec"),
    type: "decision.evaluated",
    actor: { type: "agent", id: agent },
    data: {
      effect: "allow",
      action: "ehr.read",
      resource: { type: "patient_record", id: sealed("p-1") },
      ...data,
    },
    effect: "allow",
    action: "ehr.read",
    resourceType: "patient_record",
    agentId: agent,
  };
}

function always<T>(value: T, event = decision()): Submission<State, T> {
  return { prepare: () => undefined, decide: () => ({ kind: "record", event, value }) };
}

describe("GroupWriter", () => {
  test("records each decision before it answers, many with one commit", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    const answers = await Promise.all(Array.from({ length: 600 }, (_, i) => writer.submit(always(i))));
    expect(answers).toEqual(Array.from({ length: 600 }, (_, i) => i));
    const rows = await storedRows(org);
    expect(rows).toHaveLength(600);
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
    const commits = await queryTenant<{ n: number }>(
      org,
      "SELECT count(DISTINCT xmin::text)::int AS n FROM audit_record",
    );
    expect(commits[0]?.n).toBeLessThanOrEqual(4);
  });

  test("keeps the roots of complete subtrees, so that proofs need few reads", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    await Promise.all(Array.from({ length: 520 }, () => writer.submit(always(null))));
    const nodes = await queryTenant<{ level: number; index: number }>(
      org,
      "SELECT level, index FROM audit_node ORDER BY level, index",
    );
    expect(nodes).toEqual([
      { level: 8, index: 0 },
      { level: 8, index: 1 },
    ]);
  });

  test("writes nothing that stands aside, and answers it all the same", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    const aside: Submission<State, string> = {
      prepare: () => undefined,
      decide: () => ({ kind: "aside", value: "elsewhere" }),
    };
    expect(await Promise.all([writer.submit(aside), writer.submit(always("here"))])).toEqual([
      "elsewhere",
      "here",
    ]);
    expect(await storedRows(org)).toHaveLength(1);
  });

  test("refuses alone what cannot be decided or written; the others of its group stand", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    const failing: Submission<State, string> = {
      prepare: () => undefined,
      decide: () => {
        throw new Error("no state");
      },
    };
    const unwritable = always("bad", decision("agt_a", { note: "half \ud800" }));
    const [first, second, third] = await Promise.allSettled([
      writer.submit(failing),
      writer.submit(unwritable),
      writer.submit(always("good")),
    ]);
    expect(first).toMatchObject({ status: "rejected", reason: { message: "no state" } });
    expect(second).toMatchObject({ status: "rejected", reason: { code: "invalid" } });
    expect(third).toEqual({ status: "fulfilled", value: "good" });
    expect(await storedRows(org)).toHaveLength(1);
  });

  test("answers 503 and records nothing when the log refuses, then goes on", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    const event = decision();
    await writer.submit(always(1, event));
    await expect(writer.submit(always(2, event))).rejects.toMatchObject({ code: "unavailable" });
    await writer.submit(always(3));
    expect(await storedRows(org)).toHaveLength(2);
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
  });

  test("refuses with 503 beyond its bound", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    const all = await Promise.allSettled(Array.from({ length: 4_200 }, (_, i) => writer.submit(always(i))));
    const refused = all.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(4_200 - 4_096);
    expect(refused[0]).toMatchObject({ reason: { code: "unavailable", retryAfterSeconds: 1 } });
    expect(await storedRows(org)).toHaveLength(4_096);
  });

  test("decides again with the state that stands when another has changed it", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    await writer.submit(always(null));
    await recordMutation(
      { organizationId: org },
      () => ({ id: newId("evt"), type: "agent.disabled", actor: { type: "user", id: "usr_a" }, data: {} }),
      async () => null,
    );
    const versions: number[] = [];
    const answer = await writer.submit<number>({
      prepare: () => undefined,
      decide: ({ version }) => {
        versions.push(version);
        return { kind: "record", event: decision(), value: version };
      },
    });
    expect(versions).toEqual([0, 1]);
    expect(answer).toBe(1);
    expect((await storedRows(org)).map((row) => row.type)).toEqual([
      "decision.evaluated",
      "agent.disabled",
      "decision.evaluated",
    ]);
  });

  test("decides what comes while the database works, and answers nothing before it has", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    await writer.submit(always(null));
    const owner = await ownerClient();
    await owner.query("BEGIN");
    await owner.query("SELECT FROM audit_head WHERE org_id = $1 FOR UPDATE", [org]);
    const answered: string[] = [];
    const submit = (name: string) => writer.submit(always(name)).then((value) => answered.push(value));
    const first = submit("first");
    await new Promise((resolve) => setTimeout(resolve, 50));
    let decided = false;
    const second = writer
      .submit<string>({
        prepare: () => undefined,
        decide: () => {
          decided = true;
          return { kind: "record", event: decision(), value: "second" };
        },
      })
      .then((value) => answered.push(value));
    expect(decided).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toEqual([]);
    await owner.query("ROLLBACK");
    await owner.end();
    await Promise.all([first, second]);
    expect(answered).toEqual(["first", "second"]);
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
  });

  test("counts a budget exactly, those on their way included", async () => {
    const org = await createBareOrganization();
    const writer = new GroupWriter<State>(org, loadState);
    const answers: Promise<boolean>[] = [];
    for (let round = 0; round < 40; round += 1) {
      answers.push(...Array.from({ length: 5 }, () => writer.submit(budgeted("agt_c", 77))));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(77);
    const counts = await queryTenant(org, "SELECT count FROM decision_count WHERE agent_id = 'agt_c'");
    expect(counts).toEqual([{ count: 77 }]);
  });

  test("never lets a time run backwards, and counts a budget on the day that the entry names", async () => {
    const org = await createBareOrganization();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await recordMutation(
      { organizationId: org },
      () => ({ id: newId("evt"), type: "session.signed_in", actor: { type: "user", id: "usr_a" }, data: {} }),
      async () => null,
    );
    // As another process would leave it whose clock is a day ahead.
    const owner = await ownerClient();
    await owner.query("UPDATE audit_head SET time = $2 WHERE org_id = $1", [org, tomorrow]);
    await owner.end();
    const submit = () => new GroupWriter<State>(org, loadState).submit(budgeted("agt_late", 2));
    const first = await submit();
    const second = await submit();
    const third = await submit();
    expect([first, second, third]).toEqual([true, true, false]);
    const counts = await queryTenant(org, "SELECT day::text, count FROM decision_count");
    expect(counts).toEqual([{ day: tomorrow.slice(0, 10), count: 2 }]);
    const times = (await storedRows(org)).map((row) => row.time.toISOString());
    expect(times.slice(1)).toEqual([tomorrow, tomorrow]);
  });
});

describe("several writers of one organization", () => {
  test("make one chain without a gap or a fork, budgets exact, changes between", async () => {
    const org = await createBareOrganization();
    const writers = Array.from({ length: 3 }, () => new GroupWriter<State>(org, loadState));
    const budget = 150;
    const load = writers.map(async (writer) => {
      const allowed: boolean[] = [];
      for (let round = 0; round < 10; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => writer.submit(budgeted("agt_b", budget))),
        );
        allowed.push(...answers);
      }
      return allowed.filter(Boolean).length;
    });
    const changes = (async () => {
      for (let i = 0; i < 15; i += 1) {
        await recordMutation(
          { organizationId: org },
          () => ({
            id: newId("evt"),
            type: "policy.published",
            actor: { type: "user", id: "usr_a" },
            data: { i },
          }),
          async () => null,
        );
      }
    })();
    const allowed = await Promise.all(load);
    await changes;
    expect(allowed.reduce((sum, n) => sum + n, 0)).toBe(budget);
    const rows = await storedRows(org);
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: budget + 15 }, (_, i) => i + 1));
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
    const counts = await queryTenant(org, "SELECT count FROM decision_count WHERE agent_id = 'agt_b'");
    expect(counts).toEqual([{ count: budget }]);
    expect(rows.filter((row) => row.type === "policy.published")).toHaveLength(15);
  });

  test("have their turn each, however busy the others are", async () => {
    const org = await createBareOrganization();
    let over = false;
    const busy = [1, 2].map(async () => {
      const writer = new GroupWriter<State>(org, loadState);
      const caller = async () => {
        while (!over) await writer.submit(always(null));
      };
      await Promise.all(Array.from({ length: 30 }, caller));
    });
    const late = new GroupWriter<State>(org, async (_org, version) => {
      // Slower than the others' whole commits, so that what it read is always out of date.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { version };
    });
    for (let i = 0; i < 5; i += 1) await late.submit(always(i, decision("agt_late")));
    over = true;
    await Promise.all(busy);
    const rows = await storedRows(org);
    expect(rows.filter((row) => row.actor_id === "agt_late")).toHaveLength(5);
    expect(await verifyStored(org)).toMatchObject({ kind: "holds", rootMatches: true });
  });

  test("an entry is decided with exactly the version that stands before it in the chain", async () => {
    const org = await createBareOrganization();
    const writers = [new GroupWriter<State>(org, loadState), new GroupWriter<State>(org, loadState)];
    const decide = (writer: GroupWriter<State>) =>
      writer.submit<null>({
        prepare: () => undefined,
        decide: ({ version }) => ({ kind: "record", event: decision("agt_a", { version }), value: null }),
      });
    const change = () =>
      recordMutation(
        { organizationId: org },
        () => ({
          id: newId("evt"),
          type: "policy.published",
          actor: { type: "user", id: "usr_a" },
          data: {},
        }),
        async () => null,
      );
    for (let round = 0; round < 8; round += 1) {
      await Promise.all([
        ...writers.flatMap((writer) => Array.from({ length: 10 }, () => decide(writer))),
        change(),
      ]);
    }
    let version = 0;
    for (const row of await storedRows(org)) {
      const entry = JSON.parse(row.canonical) as { data: { version?: number } };
      if (row.type === "policy.published") version += 1;
      else expect(entry.data.version).toBe(version);
    }
    expect(version).toBe(8);
  });
});

/** Allowed while the agent has actions left today; counted only when allowed. */
function budgeted(agent: string, budget: number): Submission<State, boolean> {
  return {
    prepare: () => undefined,
    decide: (_state, _now, spent) =>
      spent.today(agent) < budget
        ? { kind: "record", event: { ...decision(agent), countsFor: agent }, value: true }
        : { kind: "aside", value: false },
  };
}

async function ownerClient() {
  const { Client } = await import("pg");
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  return client;
}
