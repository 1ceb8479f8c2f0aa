import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { agentEndpoints } from "@/lib/contracts/endpoints/agents";
import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { keyEndpoints } from "@/lib/contracts/endpoints/keys";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import { callWithKey } from "./support/api-with-key";
import { postmasterPid, serverPid } from "./support/kill";
import { type Load, startLoad } from "./support/load";
import { isHealthy, type RunningApp, root, startApp } from "./support/running-app";

const run = promisify(execFile);

const CALLERS = 16;
/** Decisions between one kill and the next: enough that each falls into the middle of the load. */
const BETWEEN_KILLS = 400;

const POLICIES = [
  {
    display_name: "Clinical data needs a physician",
    effect: "require_approval",
    priority: 100,
    actions: ["ehr.read"],
    condition: { op: "eq", args: ["ctx.resource.attrs.record_type", "diagnosis"] },
    approval: { approver_roles: ["attending_physician"] },
  },
  {
    display_name: "Demographics are open",
    effect: "allow",
    priority: 200,
    actions: ["ehr.read"],
    condition: { op: "eq", args: ["ctx.resource.attrs.record_type", "demographics"] },
  },
];

/** Mostly allowed, some denied, some held for a person: each kind goes through the outage in its own way. */
const REQUESTS = Array.from({ length: 40 }, (_, index) => {
  const recordType = index % 20 === 0 ? "diagnosis" : index % 5 === 0 ? "genetics" : "demographics";
  return {
    action: "ehr.read",
    resource: { type: "patient_record", id: `p-${index}`, attrs: { record_type: recordType } },
  };
});

test("killed under load, the application comes back and no answer lacks its entry", async () => {
  test.setTimeout(300_000);
  const app = await startApp({ demo: false });
  try {
    const load = startLoad({
      baseUrl: app.baseUrl,
      apiKey: await prepareAgent(app),
      callers: CALLERS,
      requests: REQUESTS,
    });
    try {
      await load.moreAnswers(BETWEEN_KILLS);
      await test.step("kill -9 of the application", () => survive(app, load, ["application"]));
      await test.step("kill -9 of PostgreSQL", () => survive(app, load, ["postgres"]));
      await test.step("kill -9 of both at once", () => survive(app, load, ["application", "postgres"]));
    } finally {
      await load.stop();
    }
    // Otherwise nothing was under way when the kills came, and this would show nothing.
    expect(load.unanswered()).toBeGreaterThan(0);
    await test.step("every answer is in the log, and the log holds", () => compareWithLog(app, load));
  } finally {
    await app.stop();
    await test.info().attach("what the application said", { body: app.output(), contentType: "text/plain" });
  }
});

/** Registers an agent in the organization of the bootstrap key. @returns the agent's key. */
async function prepareAgent({ baseUrl, adminKey }: RunningApp): Promise<string> {
  for (const body of POLICIES) await callWithKey(baseUrl, adminKey, policyEndpoints.create, { body });
  const agent = await callWithKey(baseUrl, adminKey, agentEndpoints.create, { body: { name: "Busy agent" } });
  const key = await callWithKey(baseUrl, adminKey, keyEndpoints.create, {
    body: { name: "Load", agent_id: agent.id },
  });
  return key.secret;
}

type Victim = "application" | "postgres";

async function survive(app: RunningApp, load: Load, victims: readonly Victim[]): Promise<void> {
  const pids = new Map<Victim, number>();
  for (const victim of victims) pids.set(victim, await pidOf(app, victim));
  for (const pid of pids.values()) process.kill(pid, "SIGKILL");
  for (const [victim, killed] of pids) {
    await expect
      .poll(() => pidOf(app, victim).catch(() => killed), { timeout: 60_000, message: `${victim} is new` })
      .not.toBe(killed);
  }
  await expect.poll(() => isHealthy(app.baseUrl), { timeout: 60_000, message: "healthy again" }).toBe(true);
  await load.moreAnswers(BETWEEN_KILLS);
}

function pidOf(app: RunningApp, victim: Victim): Promise<number> {
  return victim === "application" ? serverPid(app.launcherPid) : postmasterPid(app.dataDir);
}

async function compareWithLog(app: RunningApp, load: Load): Promise<void> {
  const { baseUrl, adminKey } = app;
  const verified = await callWithKey(baseUrl, adminKey, auditEndpoints.verify, { body: {} });
  expect(verified).toMatchObject({ verdict: "holds", first_broken_seq: null });

  const response = await fetch(`${baseUrl}/api/v1/audit/export?format=jsonl`, {
    headers: { authorization: `Bearer ${adminKey}` },
  });
  expect(response.status).toBe(200);
  const exported = await response.text();
  const file = join(app.dataDir, "audit.jsonl");
  await writeFile(file, exported);
  const { stdout } = await run(process.execPath, [join(root, "cli/bin/kynara.mjs"), "verify", file]);
  expect(stdout).toContain("The log holds.");

  const recorded = decisionsIn(exported);
  const missing = load.answers.filter(({ decisionId, effect }) => recorded.get(decisionId) !== effect);
  expect(missing).toEqual([]);
  expect(new Set(load.answers.map((answer) => answer.decisionId)).size).toBe(load.answers.length);
  expect(new Set(load.answers.map((answer) => answer.effect))).toEqual(
    new Set(["allow", "deny", "require_approval"]),
  );
}

/** Decision id → effect, of the entries of an export. */
function decisionsIn(exported: string): Map<string, string> {
  const decisions = new Map<string, string>();
  for (const line of exported.trimEnd().split("\n")) {
    const { entry } = JSON.parse(line) as { entry?: { type: string; data: Record<string, string> } };
    if (entry?.type !== "decision.evaluated") continue;
    decisions.set(String(entry.data.decision_id), String(entry.data.effect));
  }
  return decisions;
}
