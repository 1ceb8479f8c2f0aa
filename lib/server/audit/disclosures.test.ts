import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as exportRoute } from "@/app/api/v1/audit/disclosures/export/route";
import { POST as listRoute } from "@/app/api/v1/audit/disclosures/route";
import { ALL_PERMISSIONS } from "@/lib/access";
import { sealed } from "@/lib/server/db/ledger/events";
import { newId } from "@/lib/server/ids";
import { ask, createTestOrganization, entriesAfter, lastSeq } from "@/lib/server/testing/management";
import { queryTenant, storedRows } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { append, callerOf, decisionOn } from "@/lib/server/testing/test-log";
import { createBareOrganization } from "@/lib/server/testing/test-organization";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import { accountForDisclosures, exportDisclosures } from "./disclosures";
import { eraseSealedValues } from "./sealed-values";

let database: TestDatabase;
let org: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));
beforeEach(async () => {
  org = await createBareOrganization();
});

const account = (patient: string, more: { from?: string; to?: string } = {}) =>
  accountForDisclosures(callerOf(org), { patient, ...more });

const decision = (patient: string, more: Parameters<typeof decisionOn>[1] = {}) =>
  decisionOn(patient, {
    data: {
      resource: { type: "patient_record", id: sealed(patient), attrs: { record_type: "diagnosis" } },
      context: { purpose: "TREAT" },
      on_behalf_of: { type: "user", id: "usr_ruiz" },
      policy_version: 3,
    },
    policyId: "pol_x",
    approvalId: "apr_x",
    ...more,
  });

describe("the account of disclosures", () => {
  test("tells who asked for this patient's data, for whom, why and by which rule, newest first", async () => {
    const vote = {
      id: newId("evt"),
      type: "approval.voted",
      actor: { type: "user" as const, id: "usr_lind" },
      data: {},
      approvalId: "apr_x",
    };
    await append(org, [decision("p-1"), decision("p-2"), vote, decision("p-1", { effect: "deny" })]);
    const { items, more, recorded_seq } = await account("p-1");
    expect(items.map((item) => [item.seq, item.effect])).toEqual([
      [4, "deny"],
      [1, "allow"],
    ]);
    expect(items[1]).toMatchObject({
      by: { id: "agt_rounds" },
      on_behalf_of: { id: "usr_ruiz" },
      action: "ehr.read",
      resource_type: "patient_record",
      record_type: "diagnosis",
      purpose: "TREAT",
      policy: { id: "pol_x", version: 3 },
      approval: { id: "apr_x", voted_by: ["usr_lind"] },
      emergency: false,
    });
    expect(more).toBe(false);
    expect(recorded_seq).toBe(5);
  });

  test("finds a patient under whatever name the value stands, and says where emergency access helped", async () => {
    const data = {
      resource: { type: "order", id: sealed("o-7"), attrs: { patient_id: sealed("p-1") } },
      grant_ids: ["grt_1"],
    };
    await append(org, [decision("o-7", { data })]);
    expect((await account("p-1")).items).toMatchObject([{ seq: 1, emergency: true }]);
  });

  test("is itself in the log: who looked, and the patient only as a commitment", async () => {
    await append(org, [decision("p-1")]);
    await account("p-1");
    const [entry] = await entriesAfter(org, 1);
    expect(entry).toMatchObject({
      type: "audit.disclosures_accounted",
      actor: { type: "user", id: "usr_auditor" },
      data: { patient: { sealed: expect.stringMatching(/^[0-9a-f]{64}$/) }, format: "list" },
    });
    expect(JSON.stringify(await storedRows(org))).not.toContain("p-1");
    // The look-up names the patient too, and is no disclosure.
    expect((await account("p-1")).items).toHaveLength(1);
  });

  test("keeps to the days asked for", async () => {
    await append(org, [decision("p-1")]);
    const past = new Date(Date.now() - 60_000).toISOString();
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect((await account("p-1", { from: past, to: soon })).items).toHaveLength(1);
    expect((await account("p-1", { to: past })).items).toHaveLength(0);
    expect((await account("p-1", { from: soon })).items).toHaveLength(0);
  });

  test("knows nothing of another patient, of another organization, or of what was erased", async () => {
    await append(org, [decision("p-1")]);
    expect((await account("p-10")).items).toEqual([]);
    const other = await createBareOrganization();
    expect((await accountForDisclosures(callerOf(other), { patient: "p-1" })).items).toEqual([]);
    await eraseSealedValues(callerOf(org), 1, undefined);
    expect((await account("p-1")).items).toEqual([]);
  });

  test("reads by the tag's index, and not the log", async () => {
    await append(org, [decision("p-1")]);
    const plan = await queryTenant<Record<string, string>>(
      org,
      `EXPLAIN SELECT DISTINCT s.seq FROM audit_sealed_value s WHERE s.org_id = $1 AND s.tag = $2 ORDER BY s.seq DESC`,
      [org, Buffer.alloc(16)],
    );
    expect(JSON.stringify(plan)).toContain("audit_sealed_value_tag_idx");
  });
});

describe("the CSV of it", () => {
  test("has a row for each disclosure, runs nothing in a spreadsheet, and is recorded", async () => {
    await append(org, [decision("p-1", { action: "=cmd()" })]);
    const response = await exportDisclosures(callerOf(org), { patient: "p-1" });
    const [head, row, end] = (await response.text()).split("\r\n");
    expect(head).toMatch(/^entry,time,by,by_id,on_behalf_of,/);
    expect(row).toMatch(/^1,/);
    expect(row).toContain("usr_ruiz");
    expect(row).not.toMatch(/,=cmd/);
    expect(end).toBe("");
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="kynara-disclosures-2.csv"',
    );
    expect((await entriesAfter(org, 1))[0]).toMatchObject({ data: { format: "csv" } });
  });

  test("needs the permission to export beside that to reveal; a refusal writes nothing", async () => {
    const without = ALL_PERMISSIONS.filter((name) => name !== "audit.export");
    await expect(exportDisclosures(callerOf(org, without), { patient: "p-1" })).rejects.toThrow(
      "audit.export",
    );
    expect(await lastSeq(org)).toBe(0);
  });
});

test("over HTTP: 200, 401, 422", async () => {
  const { adminKey } = await createTestOrganization();
  const asks = (key: string, body: unknown) => ask(listRoute, "POST", { key, body });
  expect(await asks(adminKey, { patient: "p-1" })).toMatchObject({
    status: 200,
    body: { items: [], more: false },
  });
  expect((await asks("", { patient: "p-1" })).status).toBe(401);
  expect((await asks(adminKey, { patient: "" })).status).toBe(422);
  expect((await asks(adminKey, { patient: "p-1", extra: 1 })).status).toBe(422);
  const file = await exportRoute(
    new Request("http://localhost/x", {
      method: "POST",
      headers: { "x-kynara-key": adminKey, "content-type": "application/json" },
      body: JSON.stringify({ patient: "p-1" }),
    }),
    { params: Promise.resolve({}) },
  );
  expect(file.headers.get("content-type")).toContain("text/csv");
});
