import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DELETE, GET, PUT } from "@/app/api/v1/entities/[kind]/[type]/[id]/route";
import { GET as list, POST as putMany } from "@/app/api/v1/entities/route";
import { currentState } from "@/lib/server/decision-state";
import {
  ask,
  createTestOrganization,
  entriesAfter,
  lastSeq,
  snapshot,
  type TestOrganization,
} from "@/lib/server/testing/management";
import { verifyStored } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
let org: TestOrganization;
beforeAll(async () => {
  database = await useTestDatabase();
  org = await createTestOrganization();
});
afterAll(() => leaveTestDatabase(database));

const patient = (id: string) => ({ kind: "resource", type: "patient_record", id });
const put = (params: Record<string, string>, body: object, key = org.adminKey) =>
  ask(PUT, "PUT", { key, params, body });

describe("the directory", () => {
  test("200: keeps an entry whose id may be anything, and tells nothing of the patient in the log", async () => {
    const params = patient("MRN/00 42 – Ada");
    const seq = await lastSeq(org.id);
    const answer = await put(params, { display_name: "Ada Lovelace", attrs: { unit: "icu", ratio: 0.5 } });
    expect(answer).toMatchObject({ status: 200, body: { ...params, display_name: "Ada Lovelace" } });
    const entries = await entriesAfter(org.id, seq);
    expect(entries).toMatchObject([
      {
        type: "entity.changed",
        data: {
          change: "put",
          kind: "resource",
          type: "patient_record",
          id: { sealed: expect.any(String) },
          attrs: { unit: { sealed: expect.any(String) } },
        },
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Ada|Lovelace|MRN|icu/);
    const state = await currentState(org.id);
    const ref = { kind: "resource" as const, type: params.type, id: params.id };
    await state.entities.load([ref]);
    expect(state.entities.get(ref)?.attrs).toEqual({ unit: "icu", ratio: 0.5 });
  });

  test("200: replaces an entry whole; the same again is not told", async () => {
    const params = patient("p-2");
    await put(params, { display_name: "A", attrs: { a: 1, b: [1, { c: null }] } });
    expect((await put(params, { attrs: { a: 2 } })).body).toMatchObject({
      display_name: "",
      attrs: { a: 2 },
    });
    const before = await snapshot(org.id);
    expect((await put(params, { attrs: { a: 2 } })).status).toBe(200);
    expect(await snapshot(org.id)).toBe(before);
  });

  test("200: a thousand at once, one entry of the log each, then only what differs", async () => {
    const fresh = await createTestOrganization();
    const items = Array.from({ length: 1000 }, (_, n) => ({ ...patient(`bulk-${n}`), attrs: { bed: n } }));
    const seq = await lastSeq(fresh.id);
    const post = (body: object) => ask(putMany, "POST", { key: fresh.adminKey, body });
    expect((await post({ items })).body).toEqual({ changed: 1000, unchanged: 0 });
    expect(await lastSeq(fresh.id)).toBe(seq + 1000);
    const moved = items.map((item, n) => (n === 7 ? { ...item, attrs: { bed: 7000 } } : item));
    expect((await post({ items: moved })).body).toEqual({ changed: 1, unchanged: 999 });
    expect((await verifyStored(fresh.id)).kind).toBe("holds");

    const seen = new Set<string>();
    let query: Record<string, string> = { limit: "200", kind: "resource", type: "patient_record" };
    for (;;) {
      const { body } = await ask(list, "GET", { key: fresh.adminKey, query });
      for (const item of body.items as { id: string }[]) seen.add(item.id);
      if (body.next_cursor === null) break;
      query = { ...query, cursor: String(body.next_cursor) };
    }
    expect(seen.size).toBe(1000);
    const none = await ask(list, "GET", { key: fresh.adminKey, query: { kind: "subject" } });
    expect(none.body.items).toEqual([]);
  });

  test("204, then 404: deleted", async () => {
    const params = patient("p-3");
    await put(params, {});
    expect((await ask(DELETE, "DELETE", { key: org.adminKey, params })).status).toBe(204);
    const before = await snapshot(org.id);
    expect((await ask(DELETE, "DELETE", { key: org.adminKey, params })).status).toBe(404);
    expect((await ask(GET, "GET", { key: org.adminKey, params })).status).toBe(404);
    expect(await snapshot(org.id)).toBe(before);
  });

  test("404: another organization's entry is none", async () => {
    const params = patient("p-4");
    await put(params, {});
    const other = await createTestOrganization();
    expect((await ask(GET, "GET", { key: other.adminKey, params })).status).toBe(404);
    expect((await ask(DELETE, "DELETE", { key: other.adminKey, params })).status).toBe(404);
  });

  test.each([
    [401, "no key", "", { items: [patient("x")] }],
    [422, "an entry twice", null, { items: [patient("x"), patient("y"), patient("x")] }],
    [422, "one bad among good ones", null, { items: [patient("x"), { ...patient("y"), kind: "thing" }] }],
    [422, "none", null, { items: [] }],
  ])("%i: %s, and nothing is written", async (status, _, key, body) => {
    const before = await snapshot(org.id);
    expect((await ask(putMany, "POST", { key: key ?? org.adminKey, body })).status).toBe(status);
    expect(await snapshot(org.id)).toBe(before);
  });
});
