import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as get, DELETE as removeRoute } from "@/app/api/v1/members/[id]/route";
import { POST as create, GET as list } from "@/app/api/v1/members/route";
import { DELETE as deleteRoleRoute } from "@/app/api/v1/roles/[name]/route";
import { POST as createRoleRoute, GET as listRolesRoute } from "@/app/api/v1/roles/route";
import { type Caller, systemCaller } from "@/lib/server/caller";
import { pool } from "@/lib/server/db/pool";
import { currentState } from "@/lib/server/decision-state";
import { newId } from "@/lib/server/ids";
import { createMember, removeMember, updateMember } from "@/lib/server/members";
import { createPolicy } from "@/lib/server/policies";
import { createRole, removeRole, updateRole } from "@/lib/server/roles";
import {
  ask,
  createPerson,
  createTestOrganization,
  entriesAfter,
  lastSeq,
  personCaller,
  snapshot,
  type TestOrganization,
} from "@/lib/server/testing/management";
import { queryTenant } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let org: TestOrganization;
let admin: Caller;
beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
  admin = await createPerson(org.id, ["admin"]);
});
afterAll(() => leaveTestDatabase(database));

const system = (organizationId = org.id) => systemCaller(organizationId, newId("req"));
const person = (roles: string[], email = `${newId("usr")}@example.org`) => ({
  email,
  name: "Somebody",
  title: "",
  roles,
  attrs: {},
});
const fields = (permissions: string[], actions: string[] = []) => ({
  display_name: "Made up",
  description: "",
  permissions,
  allows: actions.length > 0 ? [{ actions }] : [],
});

/** The operation is refused with this code, and nothing at all was written. */
async function refused(code: string, work: () => Promise<unknown>, organizationId = org.id) {
  const before = await snapshot(organizationId);
  await expect(work()).rejects.toMatchObject({ name: "AppError", code });
  expect(await snapshot(organizationId)).toBe(before);
}

describe("members", () => {
  test("201: adds a person with an argon2id hash; the address is sealed in the log", async () => {
    const seq = await lastSeq(org.id);
    const { status, body } = await ask(create, "POST", {
      key: org.adminKey,
      body: { ...person(["auditor"], "Grace@Example.org"), password: "correct horse battery" },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ email: "Grace@Example.org", status: "active", roles: ["auditor"] });
    const { rows } = await pool().query("SELECT password_hash FROM users WHERE id = $1", [body.user_id]);
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
    expect(await verify(rows[0].password_hash, "correct horse battery")).toBe(true);
    const entries = await entriesAfter(org.id, seq);
    expect(entries).toMatchObject([
      { type: "member.joined", data: { user_id: body.user_id, roles: ["auditor"] } },
    ]);
    expect(JSON.stringify(entries).toLowerCase()).not.toContain("grace");
    for (const id of [body.id, body.user_id]) {
      expect((await ask(get, "GET", { key: org.adminKey, params: { id: String(id) } })).body.id).toBe(
        body.id,
      );
    }
  });

  test("an administrator names physicians without being one, but not themselves", async () => {
    const physician = await createMember(admin, person(["attending_physician"]));
    expect(physician.roles).toEqual(["attending_physician"]);
    await refused("forbidden", () =>
      updateMember(admin, admin.id, { roles: ["admin", "attending_physician"] }),
    );
  });

  test("somebody known to another organization keeps name and password there and here", async () => {
    const email = `${newId("usr")}@example.org`;
    const first = await createMember(system(), { ...person([], email), password: "their own password" });
    const other = await createTestOrganization();
    await refused(
      "conflict",
      () => createMember(system(other.id), { ...person([], email), password: "somebody else's" }),
      other.id,
    );
    const second = await createMember(system(other.id), {
      ...person(["auditor"], email.toUpperCase()),
      name: "X",
    });
    expect(second).toMatchObject({ user_id: first.user_id, name: "Somebody" });
    await refused("conflict", () => updateMember(system(), first.id, { name: "Renamed" }));
    await updateMember(system(), first.id, { title: "Dr" });
  });

  test("200: changes of roles and of the rest are told apart; no change is not told", async () => {
    const made = await createMember(admin, person(["auditor"]));
    const seq = await lastSeq(org.id);
    await updateMember(admin, made.id, {
      roles: ["privacy_officer"],
      title: "Officer",
      attrs: { unit: "icu" },
    });
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "role.changed", data: { roles_before: ["auditor"], roles: ["privacy_officer"] } },
      {
        type: "member.updated",
        data: { changed: ["title", "attrs"], attrs: { sealed: expect.any(String) } },
      },
    ]);
    const before = await snapshot(org.id);
    await updateMember(admin, made.id, { title: "Officer" });
    expect(await snapshot(org.id)).toBe(before);
  });

  test("200: whoever is removed is signed out and counts no more, and can be taken back", async () => {
    const made = await createMember(admin, person(["auditor"]));
    await queryTenant(
      org.id,
      "INSERT INTO session (id, org_id, user_id, expires_at) VALUES ($1, $2, $3, now() + interval '1 hour')",
      [newId("ses"), org.id, made.user_id],
    );
    const { status } = await ask(removeRoute, "DELETE", { key: org.adminKey, params: { id: made.id } });
    expect(status).toBe(200);
    expect((await currentState(org.id)).people.get(made.user_id)?.active).toBe(false);
    expect(
      await queryTenant(org.id, "SELECT revoked_at IS NOT NULL AS ended FROM session WHERE user_id = $1", [
        made.user_id,
      ]),
    ).toEqual([{ ended: true }]);
    await refused("conflict", () => updateMember(admin, made.id, { title: "x" }));
    const back = await createMember(admin, person(["privacy_officer"], made.email));
    expect(back).toMatchObject({ id: made.id, status: "active", roles: ["privacy_officer"] });
  });

  test("200: lists by page", async () => {
    const first = await ask(list, "GET", { key: org.adminKey, query: { limit: "1" } });
    const next = await ask(list, "GET", {
      key: org.adminKey,
      query: { limit: "1", cursor: String(first.body.next_cursor) },
    });
    const id = (answer: typeof first) => (answer.body.items as { id: string }[])[0]?.id ?? "";
    expect(id(first) < id(next)).toBe(true);
  });

  describe("a refusal writes nothing", () => {
    test("conflict: a member already", () =>
      refused("conflict", () => createMember(admin, person([], "grace@example.ORG"))));
    test("invalid: a role that does not exist", () =>
      refused("invalid", () => createMember(admin, person(["ghost"]))));
    test("forbidden: roles beyond the giver's", async () => {
      await createRole(system(), { name: "front_desk", ...fields(["members.read", "members.write"]) });
      const desk = await createPerson(org.id, ["front_desk"]);
      await refused("forbidden", () => createMember(desk, person(["admin"])));
      await refused("forbidden", () => updateMember(desk, desk.id, { roles: ["front_desk", "admin"] }));
      await refused("forbidden", () => createMember(desk, person(["agent"])));
    });
    test("not_found", () => refused("not_found", () => updateMember(admin, newId("mem"), { title: "x" })));
  });
});

describe("no lock-out", () => {
  test("the last who manages people and roles stays", async () => {
    const small = await createTestOrganization();
    const only = await createPerson(small.id, ["admin"]);
    await refused("conflict", () => removeMember(only, only.id), small.id);
    await refused("conflict", () => updateMember(only, only.id, { roles: ["auditor"] }), small.id);
    await refused("conflict", () => updateRole(only, "admin", { permissions: ["members.write"] }), small.id);
    const second = await createPerson(small.id, ["admin"]);
    const answers = await Promise.allSettled([removeMember(second, only.id), removeMember(only, second.id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("roles", () => {
  test("201, 200: made, listed, changed for whoever has it", async () => {
    const made = await ask(createRoleRoute, "POST", {
      key: org.adminKey,
      body: { name: "nurse", display_name: "Nurse", allows: [{ actions: ["ehr.read"] }] },
    });
    expect(made.status).toBe(201);
    const nurse = await createPerson(org.id, ["nurse"]);
    const seq = await lastSeq(org.id);
    await updateRole(admin, "nurse", { permissions: ["approvals.read"] });
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "role.changed", data: { change: "updated", role: "nurse", permissions: ["approvals.read"] } },
    ]);
    expect((await personCaller(org.id, nurse.id)).permissions.has("approvals.read")).toBe(true);
    const { body } = await ask(listRolesRoute, "GET", { key: org.adminKey, query: { limit: "200" } });
    const names = (body.items as { name: string }[]).map((role) => role.name);
    expect(names).toEqual(expect.arrayContaining(["admin", "agent", "nurse"]));
    const before = await snapshot(org.id);
    await updateRole(admin, "nurse", { permissions: ["approvals.read"] });
    expect(await snapshot(org.id)).toBe(before);
  });

  test("204: deleted only when nobody needs it", async () => {
    await createRole(system(), { name: "charge_nurse", ...fields([]) });
    const policy = {
      display_name: "Escalates",
      effect: "require_approval",
      actions: ["ehr.read"],
      approval: { escalate_after_seconds: 60, escalate_to_roles: ["charge_nurse"] },
    };
    await createPolicy(system(), policy);
    await refused("conflict", () => removeRole(admin, "charge_nurse"));
    await createRole(system(), { name: "held", ...fields([]) });
    await createPerson(org.id, ["held"]);
    await refused("conflict", () => removeRole(admin, "held"));
    await createRole(system(), { name: "unused", ...fields([]) });
    const { status } = await ask(deleteRoleRoute, "DELETE", {
      key: org.adminKey,
      params: { name: "unused" },
    });
    expect(status).toBe(204);
  });

  describe("a refusal writes nothing", () => {
    test("conflict: the name is taken", () =>
      refused("conflict", () => createRole(admin, { name: "admin", ...fields([]) })));
    test("conflict: built in", () => refused("conflict", () => removeRole(admin, "auditor")));
    test("not_found", () => refused("not_found", () => updateRole(admin, "ghost", { description: "x" })));
    test("invalid: no such permission, no pattern", async () => {
      await refused("invalid", () => createRole(admin, { name: "odd", ...fields(["fly"]) }));
      await refused("invalid", () => createRole(admin, { name: "odd", ...fields([], ["ehr.*x"]) }));
    });
    test("forbidden: beyond what the giver holds, permissions and actions alike", async () => {
      await createRole(system(), { name: "role_editor", ...fields(["roles.write"], ["ehr.*"]) });
      const editor = await createPerson(org.id, ["role_editor"]);
      await refused("forbidden", () => createRole(editor, { name: "more", ...fields(["audit.read"]) }));
      await refused("forbidden", () => createRole(editor, { name: "more", ...fields([], ["*"]) }));
      await refused("forbidden", () =>
        updateRole(editor, "role_editor", { permissions: ["roles.write", "approvals.vote"] }),
      );
      expect(
        await createRole(editor, { name: "less", ...fields(["roles.write"], ["ehr.read"]) }),
      ).toMatchObject({ name: "less" });
    });
  });
});
