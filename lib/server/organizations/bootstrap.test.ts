import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { GET as me } from "@/app/api/v1/me/route";
import { ALL_PERMISSIONS, BUILT_IN_ROLES } from "@/lib/access";
import { config } from "@/lib/server/config";
import { pool } from "@/lib/server/db/pool";
import { newApiKeySecret } from "@/lib/server/identity";
import { bootstrapOrganization, ensureBootstrap } from "@/lib/server/organizations";
import { ask } from "@/lib/server/testing/management";
import { queryTenant, storedRows, verifyStored } from "@/lib/server/testing/stored-log";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createBareOrganization } from "@/lib/server/testing/test-organization";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));
beforeEach(() => {
  config().bootstrapKey = newApiKeySecret();
});

const types = async (id: string) => (await storedRows(id)).map((row) => row.type);

test("creates one organization whose key may do everything, however many processes start at once", async () => {
  const key = config().bootstrapKey ?? "";
  const ids = await Promise.all([ensureBootstrap(), ensureBootstrap(), ensureBootstrap()]);
  expect(new Set(ids).size).toBe(1);
  const id = ids[0] ?? "";
  expect(await ensureBootstrap()).toBe(id);
  expect(await types(id)).toEqual(["system.organization_created", "key.created"]);
  expect((await verifyStored(id)).kind).toBe("holds");
  const roles = await queryTenant<{ name: string }>(id, "SELECT name FROM role WHERE built_in ORDER BY name");
  expect(roles.map((role) => role.name)).toEqual(BUILT_IN_ROLES.map((role) => role.name).sort());
  const { body } = await ask(me, "GET", { key });
  expect(body).toMatchObject({ kind: "key", organization: { id, name: config().bootstrapOrganization } });
  expect(body.permissions).toEqual([...ALL_PERMISSIONS].sort());
});

test("completes an organization that a crash left without roles and key", async () => {
  const id = await createBareOrganization();
  const keySecret = newApiKeySecret();
  expect(await bootstrapOrganization({ id, name: "Test hospital", keySecret })).toEqual({
    organizationId: id,
    created: true,
  });
  expect((await ask(me, "GET", { key: keySecret })).status).toBe(200);
  expect(await bootstrapOrganization({ id, name: "Test hospital", keySecret })).toEqual({
    organizationId: id,
    created: false,
  });
  expect(await types(id)).toEqual(["system.organization_created", "key.created"]);
});

test("a revoked bootstrap key brings no second organization", async () => {
  const id = (await ensureBootstrap()) ?? "";
  await queryTenant(id, "UPDATE api_key SET revoked_at = now()");
  const count = async () => {
    const client = await pool().query("SELECT 1 FROM find_api_key(sha256($1::bytea))", [
      config().bootstrapKey,
    ]);
    return client.rowCount;
  };
  expect(await ensureBootstrap()).toBe(id);
  expect(await count()).toBe(1);
});

test("does nothing without a bootstrap key", async () => {
  config().bootstrapKey = undefined;
  expect(await ensureBootstrap()).toBeNull();
});
