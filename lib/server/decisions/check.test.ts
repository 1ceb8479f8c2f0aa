import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CheckRequest } from "@/lib/contracts/decisions";
import { cancelApproval, castVote, getApproval, sweepApprovals } from "@/lib/server/approvals";
import { identifyKey } from "@/lib/server/identity";
import { newId } from "@/lib/server/ids";
import { storedRows, verifyStored } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import {
  CLINICAL_POLICY,
  createTestWorld,
  insertPolicy,
  type TestWorld,
} from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { askedOf, checkDecision } from "./index";

let database: TestDatabase;
let world: TestWorld;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));
beforeEach(async () => {
  world = await createTestWorld();
});

async function check(recordType: string, more: Partial<CheckRequest> = {}) {
  const credential = await identifyKey(world.secret);
  const request: CheckRequest = {
    action: "ehr.read",
    resource: {
      type: "patient_record",
      id: "p-100",
      attrs: { record_type: recordType, patient_id: "p-100" },
    },
    ...more,
  };
  const asker = { organizationId: world.organizationId, credential, requestId: newId("req") };
  return checkDecision(asker, askedOf(request, world.agentId));
}

const entries = async () => (await storedRows(world.organizationId)).map((row) => JSON.parse(row.canonical));
const lastEntry = async () => (await entries()).at(-1);

describe("a decision", () => {
  test("is allowed by the first policy that matches, and recorded before it is answered", async () => {
    const decision = await check("demographics");
    expect(decision).toMatchObject({ effect: "allow", reason: "policy", approval_id: null, ttl_seconds: 0 });
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      type: "decision.evaluated",
      actor: { type: "agent", id: world.agentId },
      data: {
        decision_id: decision.decision_id,
        effect: "allow",
        resource: { attrs: { record_type: "demographics" } },
      },
    });
  });

  test("leaves no patient's id and no unlisted attribute in the log", async () => {
    await check("demographics", { context: { purpose: "TREAT", note: "John Doe" } });
    const entry = await lastEntry();
    expect(JSON.stringify(entry)).not.toMatch(/p-100|John/);
    expect(entry.data.resource.id.sealed).toMatch(/^[0-9a-f]{64}$/);
    expect(entry.data.context).toMatchObject({ purpose: "TREAT", note: { sealed: expect.any(String) } });
  });

  test("is denied where no policy matches", async () => {
    expect(await check("genome")).toMatchObject({
      effect: "deny",
      reason: "no_matching_policy",
      matched_policy_id: null,
    });
  });

  test("is denied where the agent's roles do not permit, whatever policies say", async () => {
    const decision = await check("demographics", { action: "billing.read" });
    expect(decision).toMatchObject({ effect: "deny", reason: "not_permitted" });
  });

  test("is cut to what the person acted for is permitted", async () => {
    await world.change("role.changed", (tx) =>
      tx.role.update({
        where: { orgId_name: { orgId: world.organizationId, name: "nurse" } },
        data: { allows: [{ actions: ["billing.read"] }] },
      }),
    );
    expect(await check("demographics", { on_behalf_of_user_id: world.nurse })).toMatchObject({
      reason: "not_permitted",
    });
    expect(await check("demographics", { on_behalf_of_user_id: world.physicians[0] })).toMatchObject({
      effect: "allow",
    });
    expect(await check("demographics", { on_behalf_of_user_id: "usr_unknown" })).toMatchObject({
      reason: "principal_unknown",
    });
  });

  test("sees the directory's attributes in place of the caller's claims", async () => {
    await world.change("entity.changed", (tx) =>
      tx.entity.create({
        data: {
          orgId: world.organizationId,
          kind: "resource",
          type: "patient_record",
          id: "p-100",
          attrs: { record_type: "diagnosis" },
        },
      }),
    );
    expect(await check("demographics")).toMatchObject({ effect: "require_approval" });
  });

  test("stops at the kill switch with the very next call", async () => {
    expect((await check("demographics")).effect).toBe("allow");
    await world.change("agent.disabled", (tx) =>
      tx.agent.update({ where: { id: world.agentId }, data: { status: "disabled" } }),
    );
    expect(await check("demographics")).toMatchObject({ effect: "deny", reason: "agent_disabled" });
  });

  test("is refused to a revoked key, and to a key that asks for another agent", async () => {
    await expect(check("demographics", { subject_id: "agt_other" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await world.change("key.revoked", (tx) =>
      tx.apiKey.updateMany({ where: { orgId: world.organizationId }, data: { revokedAt: new Date() } }),
    );
    await expect(check("demographics")).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("keeps an agent's daily budget exact under concurrency", async () => {
    await world.change("agent.updated", (tx) =>
      tx.agent.update({ where: { id: world.agentId }, data: { dailyActionBudget: 7 } }),
    );
    const decisions = await Promise.all(Array.from({ length: 30 }, () => check("demographics")));
    expect(decisions.filter((decision) => decision.effect === "allow")).toHaveLength(7);
    expect(decisions.filter((decision) => decision.reason === "budget_exceeded")).toHaveLength(23);
  });

  test("of many at once all stand in one chain that verifies", async () => {
    await Promise.all(Array.from({ length: 200 }, (_, i) => check(i % 2 ? "demographics" : "genome")));
    expect(await verifyStored(world.organizationId)).toMatchObject({ kind: "holds", rootMatches: true });
    expect((await entries()).filter((entry) => entry.type === "decision.evaluated")).toHaveLength(200);
  });
});

describe("an approval", () => {
  const open = async () => {
    const decision = await check("diagnosis");
    expect(decision).toMatchObject({ effect: "require_approval", reason: "approval_required" });
    return decision.approval_id as string;
  };
  const approve = async (id: string, who = world.physicians[0], reason = "") =>
    castVote(await world.caller(who), id, { vote: "approve", reason });
  const ask = (id: string, recordType = "diagnosis", more: Partial<CheckRequest> = {}) =>
    check(recordType, { approval_id: id, ...more });

  test("allows the very same request once", async () => {
    const id = await open();
    expect(await ask(id)).toMatchObject({ effect: "require_approval", approval_id: id });
    await approve(id);
    expect(await ask(id)).toMatchObject({ effect: "allow", reason: "approval_granted", approval_id: id });
    expect(await ask(id)).toMatchObject({ effect: "deny", reason: "approval_not_valid" });
    const types = (await entries()).map((entry) => entry.type);
    expect(types.filter((type) => /approval|consumed/.test(type))).toEqual([
      "approval.requested",
      "approval.voted",
      "approval.approved",
      "decision.consumed",
    ]);
  });

  test("is joined while it waits for the same request, and not for another", async () => {
    const id = await open();
    expect(await open()).toBe(id);
    expect((await check("medication")).approval_id).not.toBe(id);
  });

  test.each([
    [
      "another record type",
      { resource: { type: "patient_record", id: "p-100", attrs: { record_type: "medication" } } },
    ],
    [
      "another patient",
      { resource: { type: "patient_record", id: "p-200", attrs: { record_type: "diagnosis" } } },
    ],
  ])("is good for nothing with %s", async (_name, more) => {
    const id = await open();
    await approve(id);
    expect(await ask(id, "diagnosis", more)).toMatchObject({ effect: "deny", reason: "approval_not_valid" });
    expect(await ask(id)).toMatchObject({ effect: "allow" });
  });

  test("is good for nothing for another person acted for", async () => {
    const id = await open();
    await approve(id);
    expect(await ask(id, "diagnosis", { on_behalf_of_user_id: world.physicians[1] })).toMatchObject({
      effect: "deny",
    });
  });

  test("does not stand against a policy that denies today", async () => {
    const id = await open();
    await approve(id);
    await world.change("policy.created", (tx) =>
      insertPolicy(tx, world.organizationId, newId("pol"), {
        display_name: "Freeze",
        effect: "deny",
        priority: 0,
        actions: ["*"],
      }),
    );
    expect(await ask(id)).toMatchObject({ effect: "deny", reason: "policy" });
  });

  test("loses its force when the approver loses the role before it is used", async () => {
    const id = await open();
    await approve(id);
    await world.change("role.changed", (tx) =>
      tx.member.updateMany({ where: { userId: world.physicians[0] }, data: { roles: ["nurse"] } }),
    );
    expect(await ask(id)).toMatchObject({ effect: "deny", reason: "approval_not_valid" });
  });

  test("is denied by the first denial, with its reason", async () => {
    const id = await open();
    const caller = await world.caller(world.physicians[0]);
    await expect(castVote(caller, id, { vote: "deny", reason: " " })).rejects.toMatchObject({
      code: "invalid",
    });
    const approval = await castVote(caller, id, { vote: "deny", reason: "Wrong patient" });
    expect(approval).toMatchObject({
      state: "denied",
      reason: "Wrong patient",
      resolved_by: { name: "Ana Ruiz" },
    });
    await expect(approve(id, world.physicians[1])).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Ana Ruiz"),
    });
    expect(await ask(id)).toMatchObject({ effect: "deny", reason: "approval_not_valid" });
    expect(JSON.stringify(await entries())).not.toContain("Wrong patient");
  });

  test.each([
    ["the agent's owner", () => world.owner],
    ["somebody without the role", () => world.nurse],
  ])("is not for %s to decide", async (_name, who) => {
    const id = await open();
    const before = (await entries()).length;
    await expect(approve(id, who())).rejects.toMatchObject({ code: "forbidden" });
    expect((await entries()).length).toBe(before);
  });

  test("is not for the person acted for to decide", async () => {
    const decision = await check("diagnosis", { on_behalf_of_user_id: world.physicians[0] });
    await expect(approve(decision.approval_id as string)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("waits for as many distinct people as its quorum says", async () => {
    await setApproval({ ...CLINICAL_POLICY.approval, quorum: 2 });
    const id = await open();
    expect(await approve(id)).toMatchObject({ state: "pending", approvals_in_stage: 1 });
    await expect(approve(id)).rejects.toMatchObject({ code: "conflict" });
    expect(await approve(id, world.physicians[1])).toMatchObject({ state: "approved" });
  });

  test("passes its stages one after another", async () => {
    await setApproval({
      stages: [{ approver_roles: ["nurse"] }, { approver_roles: ["attending_physician"] }],
    });
    const id = await open();
    await expect(approve(id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await approve(id, world.nurse)).toMatchObject({ state: "pending", stage: 1 });
    expect(await approve(id)).toMatchObject({ state: "approved" });
    expect(await ask(id)).toMatchObject({ effect: "allow" });
  });

  test("expires: denied from then on, and closed by the job", async () => {
    await setApproval({ ...CLINICAL_POLICY.approval, expires_in_seconds: 1 });
    const id = await open();
    await new Promise((resolve) => setTimeout(resolve, 1050));
    const caller = await world.caller(world.physicians[0]);
    expect((await getApproval(caller, id)).state).toBe("expired");
    await expect(approve(id)).rejects.toMatchObject({ code: "conflict" });
    expect(await ask(id)).toMatchObject({ effect: "deny" });
    await sweepApprovals();
    await sweepApprovals();
    expect((await entries()).filter((entry) => entry.type === "approval.expired")).toHaveLength(1);
    expect((await check("diagnosis")).approval_id).not.toBe(id);
  });

  test("can be cancelled by the agent that asked, and by no other", async () => {
    const id = await open();
    const agent = {
      ...(await world.caller(world.nurse)),
      kind: "key" as const,
      agentId: "agt_other",
      permissions: new Set<string>(),
    };
    await expect(cancelApproval(agent, id, "")).rejects.toMatchObject({ code: "not_found" });
    expect(await cancelApproval({ ...agent, agentId: world.agentId }, id, "not needed")).toMatchObject({
      state: "cancelled",
    });
  });

  test("of two votes that end it at once exactly one wins", async () => {
    const id = await open();
    const [ana, bo] = world.physicians;
    const votes = await Promise.allSettled([
      approve(id, ana),
      world.caller(bo).then((caller) => castVote(caller, id, { vote: "deny", reason: "No" })),
    ]);
    expect(votes.map((vote) => vote.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await entries()).filter((entry) => /approval.(approved|denied)/.test(entry.type))).toHaveLength(
      1,
    );
  });

  test("of ten uses at once exactly one is allowed", async () => {
    const id = await open();
    await approve(id);
    const uses = await Promise.all(Array.from({ length: 10 }, () => ask(id)));
    expect(uses.filter((use) => use.effect === "allow")).toHaveLength(1);
    expect((await entries()).filter((entry) => entry.type === "decision.consumed")).toHaveLength(1);
  });

  test("does not lift the agent's daily budget, used at once or not", async () => {
    const ids = [];
    for (const recordType of ["diagnosis", "medication", "lab_result", "imaging"]) {
      const { approval_id } = await check(recordType);
      await approve(approval_id as string);
      ids.push({ id: approval_id as string, recordType });
    }
    await world.change("agent.updated", (tx) =>
      tx.agent.update({ where: { id: world.agentId }, data: { dailyActionBudget: 2 } }),
    );
    const uses = await Promise.all(ids.map(({ id, recordType }) => ask(id, recordType)));
    expect(uses.map((use) => use.reason).sort()).toEqual([
      "approval_granted",
      "approval_granted",
      "budget_exceeded",
      "budget_exceeded",
    ]);
  });

  test("of many votes around the moment of expiry at most one counts, and then it did not expire", async () => {
    await setApproval({ ...CLINICAL_POLICY.approval, expires_in_seconds: 1 });
    const id = await open();
    const [ana, bo, cy] = world.physicians;
    await new Promise((resolve) => setTimeout(resolve, 940));
    const votes = await Promise.allSettled([
      ...[ana, bo, cy].map(async (who, i) => {
        await new Promise((resolve) => setTimeout(resolve, i * 40));
        return approve(id, who);
      }),
      ...[0, 40, 80].map(async (ms) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return sweepApprovals();
      }),
    ]);
    const counted = votes.slice(0, 3).filter((vote) => vote.status === "fulfilled").length;
    const types = (await entries()).map((entry) => entry.type);
    expect(counted).toBe(types.filter((type) => type === "approval.approved").length);
    expect(counted).toBeLessThanOrEqual(1);
    expect(types.filter((type) => type === "approval.voted")).toHaveLength(counted);
  });

  const setApproval = (approval: object) =>
    world.change("policy.published", (tx) =>
      tx.policy.update({
        where: { id: world.clinicalPolicyId },
        data: {
          version: { increment: 1 },
          document: { ...CLINICAL_POLICY, approval },
          updatedAt: new Date(),
        },
      }),
    );
});
