import { beforeAll, expect, test } from "vitest";

beforeAll(() => {
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
  process.env.KYNARA_CHECKS_PER_MINUTE = "3";
});

const key = (keyId: string) => ({ kind: "key" as const, keyId, organizationId: "org_one" });

test("a key that asks too often is told when to ask again, and another key is not", async () => {
  const { keepPace } = await import("./pace");
  for (let i = 0; i < 3; i += 1) await keepPace(key("key_one"));
  const refusal = await keepPace(key("key_one")).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "rate_limited", retryAfterSeconds: expect.any(Number) });
  expect((refusal as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(0);
  await expect(keepPace(key("key_two"))).resolves.toBeUndefined();
});
