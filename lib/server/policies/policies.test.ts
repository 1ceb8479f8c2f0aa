import crypto from "node:crypto";
import canonicalize from "canonicalize";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as archive } from "@/app/api/v1/policies/[id]/archive/route";
import { POST as rollback } from "@/app/api/v1/policies/[id]/rollback/route";
import { GET as get, PUT as update } from "@/app/api/v1/policies/[id]/route";
import { GET as versions } from "@/app/api/v1/policies/[id]/versions/route";
import { POST as create, GET as list } from "@/app/api/v1/policies/route";
import { POST as validate } from "@/app/api/v1/policies/validate/route";
import { compareAsBytes, type Policy, parsePolicy } from "@/lib/policy";
import { currentState } from "@/lib/server/decision-state";
import { newId } from "@/lib/server/ids";
import {
  ask,
  createTestOrganization,
  entriesAfter,
  lastSeq,
  snapshot,
  type TestOrganization,
} from "@/lib/server/testing/management";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { withDefaults } from "./document";

let database: TestDatabase;
let org: TestOrganization;
beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
});
afterAll(() => leaveTestDatabase(database));

const allow = { display_name: "Allow reading", effect: "allow", actions: ["ehr.read"] };
const approval = {
  display_name: "Ask for diagnoses",
  effect: "require_approval",
  priority: 100,
  actions: ["ehr.read"],
  resource_types: ["patient_record"],
  condition: { op: "eq", args: ["ctx.resource.attrs.record_type", "diagnosis"] },
  approval: { approver_roles: ["attending_physician"] },
};
const publish = async (body: object) => (await ask(create, "POST", { key: org.adminKey, body })).body;

describe("policies", () => {
  test("201: publishes with defaults filled, a sentence, and two entries that name the document's hash", async () => {
    const seq = await lastSeq(org.id);
    const { status, body } = await ask(create, "POST", { key: org.adminKey, body: approval });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      version: 1,
      status: "published",
      effect: "require_approval",
      priority: 100,
    });
    expect(body.sentence).toContain("attending physician");
    expect(body.document).toMatchObject({
      enabled: true,
      unknown: "match",
      obligations: [],
      approval: { quorum: 1, uses: 1, separation_of_duties: true, require_reason: "deny", step_up: "none" },
    });
    const sha256 = crypto
      .createHash("sha256")
      .update(canonicalize(body.document) ?? "")
      .digest("hex");
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "policy.created", data: { policy_id: body.id, version: 1, document_sha256: sha256 } },
      { type: "policy.published", data: { policy_id: body.id, version: 1, document_sha256: sha256 } },
    ]);
    expect((await currentState(org.id)).policyRecords.has(String(body.id))).toBe(true);
  });

  test("filling defaults is idempotent and stays a policy", () => {
    for (const document of [allow, approval]) {
      const once = withDefaults(document as Policy);
      expect(parsePolicy(JSON.parse(JSON.stringify(once))).kind).toBe("ok");
      expect(withDefaults(once)).toEqual(once);
    }
  });

  test("200: a change is a new version, which decisions use; the same document is none", async () => {
    const made = await publish(allow);
    const params = { id: String(made.id) };
    const changed = await ask(update, "PUT", {
      key: org.adminKey,
      params,
      body: { ...allow, enabled: false },
      query: { note: "off for now" },
      headers: { "if-match": '"1"' },
    });
    expect(changed.body).toMatchObject({ version: 2, enabled: false });
    expect((await currentState(org.id)).policyRecords.get(params.id)?.version).toBe(2);
    const before = await snapshot(org.id);
    const same = await ask(update, "PUT", { key: org.adminKey, params, body: { ...allow, enabled: false } });
    expect(same.body.version).toBe(2);
    expect(await snapshot(org.id)).toBe(before);

    const back = await ask(rollback, "POST", { key: org.adminKey, params, body: { version: 1 } });
    expect(back.body).toMatchObject({ version: 3, enabled: true });
    const history = await ask(versions, "GET", { key: org.adminKey, params, query: { limit: "2" } });
    expect(history.body.items).toMatchObject([
      { version: 3, note: "Back to version 1" },
      { version: 2, note: "off for now" },
    ]);
    const rest = await ask(versions, "GET", {
      key: org.adminKey,
      params,
      query: { cursor: String(history.body.next_cursor) },
    });
    expect(rest.body).toMatchObject({ items: [{ version: 1 }], next_cursor: null });
  });

  test("409: of two changes from the same version one is published", async () => {
    const made = await publish(allow);
    const answers = await Promise.all(
      ["one", "two"].map((name) =>
        ask(update, "PUT", {
          key: org.adminKey,
          params: { id: String(made.id) },
          body: { ...allow, display_name: name },
          headers: { "if-match": "1" },
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const { body } = await ask(get, "GET", { key: org.adminKey, params: { id: String(made.id) } });
    expect(body.version).toBe(2);
  });

  test("200: archived, it decides nothing, and cannot be changed (409)", async () => {
    const made = await publish(allow);
    const params = { id: String(made.id) };
    const seq = await lastSeq(org.id);
    const { body } = await ask(archive, "POST", { key: org.adminKey, params, body: { reason: "replaced" } });
    expect(body.status).toBe("archived");
    expect(await entriesAfter(org.id, seq)).toMatchObject([
      { type: "policy.archived", data: { version: 1, reason: { sealed: expect.any(String) } } },
    ]);
    expect((await currentState(org.id)).policyRecords.has(params.id)).toBe(false);
    const before = await snapshot(org.id);
    expect((await ask(archive, "POST", { key: org.adminKey, params, body: {} })).status).toBe(200);
    expect((await ask(update, "PUT", { key: org.adminKey, params, body: allow })).status).toBe(409);
    expect((await ask(rollback, "POST", { key: org.adminKey, params, body: { version: 1 } })).status).toBe(
      409,
    );
    expect(await snapshot(org.id)).toBe(before);
  });

  test("200: lists in evaluation order across pages", async () => {
    const fresh = await createTestOrganization();
    const shapes = [
      [500, "allow"],
      [0, "allow"],
      [500, "deny"],
      [500, "require_approval"],
      [500, "allow"],
      [1000, "deny"],
    ] as const;
    for (const [priority, effect] of shapes) {
      const body = { display_name: `${priority} ${effect}`, effect, priority, actions: ["*"] };
      await ask(create, "POST", { key: fresh.adminKey, body });
    }
    const names: string[] = [];
    const ids: string[] = [];
    let query: Record<string, string> = { limit: "2" };
    for (;;) {
      const { body } = await ask(list, "GET", { key: fresh.adminKey, query });
      const items = body.items as { display_name: string; id: string }[];
      names.push(...items.map((item) => item.display_name));
      ids.push(...items.map((item) => item.id));
      if (body.next_cursor === null) break;
      query = { limit: "2", cursor: String(body.next_cursor) };
    }
    expect(names).toEqual([
      "0 allow",
      "500 deny",
      "500 require_approval",
      "500 allow",
      "500 allow",
      "1000 deny",
    ]);
    expect(compareAsBytes(ids[3] ?? "", ids[4] ?? "")).toBeLessThan(0);
  });

  test("200: finds by part of the name, in any case, and takes no wildcard for one", async () => {
    const fresh = await createTestOrganization();
    for (const name of ["Notes: the attending decides", "Deny exports", "100% of notes_archive"]) {
      const body = { display_name: name, effect: "deny", priority: 1, actions: ["*"] };
      await ask(create, "POST", { key: fresh.adminKey, body });
    }
    const found = async (search: string) => {
      const { body } = await ask(list, "GET", { key: fresh.adminKey, query: { search } });
      return (body.items as { display_name: string }[]).map((item) => item.display_name).sort();
    };
    expect(await found("NOTES")).toEqual(["100% of notes_archive", "Notes: the attending decides"]);
    expect(await found("0%")).toEqual(["100% of notes_archive"]);
    expect(await found("%")).toEqual(["100% of notes_archive"]);
    expect(await found("s_a")).toEqual(["100% of notes_archive"]);
    expect(await found("nothing like it")).toEqual([]);
  });

  test("200: validation tells faults and roles that do not exist, and stores nothing", async () => {
    const before = await snapshot(org.id);
    const check = async (body: object) => (await ask(validate, "POST", { key: org.adminKey, body })).body;
    expect(await check(allow)).toEqual({ valid: true, errors: [], sentence: expect.any(String) });
    expect(await check({ ...allow, effect: "perhaps" })).toMatchObject({
      valid: false,
      errors: [{ pointer: "/effect" }],
      sentence: null,
    });
    expect(await check({ ...approval, approval: { approver_roles: ["nobody"] } })).toMatchObject({
      valid: false,
      errors: [{ pointer: "/approval/approver_roles/0", message: "There is no role nobody." }],
    });
    expect(await snapshot(org.id)).toBe(before);
  });

  describe("a refusal writes nothing", () => {
    const refused = async (status: number, body: unknown, key = org.adminKey) => {
      const before = await snapshot(org.id);
      const answer = await ask(create, "POST", { key, body });
      expect(answer.status).toBe(status);
      expect(await snapshot(org.id)).toBe(before);
      return answer.body.errors;
    };
    test("401: no key", () => refused(401, allow, ""));
    test("422: every fault with its JSON Pointer", async () => {
      const condition = { op: "and", args: [{ op: "equals", args: [] }] };
      const errors = await refused(422, { ...allow, condition, colour: 1 });
      expect((errors as { pointer: string }[]).map((fault) => fault.pointer)).toEqual(
        expect.arrayContaining(["/colour", "/condition/args/0/op"]),
      );
    });
    test("422: stages and escalation name roles that do not exist", async () => {
      const rules = {
        stages: [{ approver_roles: ["attending_physician"] }, { approver_roles: ["ghost"] }],
        escalate_after_seconds: 60,
        escalate_to_roles: ["phantom"],
      };
      expect(await refused(422, { ...approval, approval: rules })).toMatchObject([
        { pointer: "/approval/stages/1/approver_roles/0" },
        { pointer: "/approval/escalate_to_roles/0" },
      ]);
    });
    test.each(["a\u0000b", "a\ud800b"])("422: text that cannot be stored", async (text) => {
      await refused(422, { ...allow, display_name: text });
    });
    test("404: a policy of another organization", async () => {
      const made = await publish(allow);
      const other = await createTestOrganization();
      const params = { id: String(made.id) };
      const before = await snapshot(org.id);
      expect((await ask(update, "PUT", { key: other.adminKey, params, body: allow })).status).toBe(404);
      expect((await ask(archive, "POST", { key: other.adminKey, params, body: {} })).status).toBe(404);
      const none = { id: newId("pol") };
      expect((await ask(get, "GET", { key: org.adminKey, params: none })).status).toBe(404);
      expect(await snapshot(org.id)).toBe(before);
    });
    test("422: If-Match that is no version", async () => {
      const made = await publish(allow);
      const answer = await ask(update, "PUT", {
        key: org.adminKey,
        params: { id: String(made.id) },
        body: allow,
        headers: { "if-match": "W/abc" },
      });
      expect(answer.status).toBe(422);
    });
  });
});
