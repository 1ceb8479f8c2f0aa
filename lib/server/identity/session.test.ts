import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/server/caller";
import { pool } from "@/lib/server/db/pool";
import { withTenant } from "@/lib/server/db/tenancy";
import type { TestDatabase } from "@/lib/server/testing/test-database";
import { createBareOrganization } from "@/lib/server/testing/test-organization";
import { createTestWorld, type TestWorld } from "@/lib/server/testing/test-world";
import { leaveTestDatabase, useTestDatabase } from "@/lib/server/testing/used-database";
import {
  authenticate,
  describeCaller,
  endOwnSession,
  hashPassword,
  listOwnSessions,
  setCookieHeader,
  signInWithPassword,
  signOutCaller,
  stillSignedIn,
  switchOrganization,
} from ".";

const PASSWORD = "correct horse battery staple";

let database: TestDatabase;
let world: TestWorld;
let email: string;
let userId: string;

beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => leaveTestDatabase(database));
beforeEach(async () => {
  world = await createTestWorld();
  userId = world.physicians[0];
  email = `${userId}@example.org`;
  const passwordHash = await hashPassword(PASSWORD);
  await world.change("settings.changed", (tx) =>
    tx.user.update({ where: { id: userId }, data: { passwordHash } }),
  );
});

const attempt = (password: string, as = email) =>
  signInWithPassword({ email: as, password, address: "", userAgent: "vitest" });

async function cookieOf(outcome: Awaited<ReturnType<typeof attempt>>): Promise<string> {
  if (outcome.kind !== "signed_in") throw new Error(`not signed in: ${outcome.kind}`);
  const cookie = (await setCookieHeader(outcome)).split(";")[0];
  return cookie ?? "";
}

const request = (cookie: string, headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/api/v1/session", { headers: { cookie, ...headers } });

const signedIn = async (cookie: string, headers: Record<string, string> = {}): Promise<Caller> =>
  authenticate(request(cookie, headers), "req_test");

/** Sets a session's clock back, instead of waiting. */
async function age(sessionId: string, column: "last_seen_at" | "expires_at", minutes: number): Promise<void> {
  await withTenant(world.organizationId, (tx) =>
    tx.$executeRawUnsafe(
      `UPDATE session SET ${column} = now() - make_interval(mins => $2::int) WHERE id = $1`,
      sessionId,
      minutes,
    ),
  );
}

async function entries(type: string): Promise<{ actor_type: string; canonical: string }[]> {
  return withTenant(
    world.organizationId,
    (tx) =>
      tx.$queryRaw<{ actor_type: string; canonical: string }[]>`
      SELECT actor_type, canonical FROM audit_record WHERE type = ${type} ORDER BY seq`,
  );
}

const unauthenticated = { code: "unauthenticated" };

describe("signing in", () => {
  it("opens a session that says who the person is and what they may do", async () => {
    const outcome = await attempt(PASSWORD, email.toUpperCase());
    const caller = await signedIn(await cookieOf(outcome));
    expect(caller).toMatchObject({
      organizationId: world.organizationId,
      kind: "user",
      id: userId,
      roles: ["attending_physician"],
      requestId: "req_test",
    });
    expect([...caller.permissions].sort()).toEqual(["approvals.read", "approvals.vote"]);
    const info = await describeCaller(caller);
    expect(info).toMatchObject({ kind: "user", email, organization: { id: world.organizationId } });
    expect(Date.parse(info.session?.idle_ends_at ?? "")).toBeGreaterThan(Date.now() + 29 * 60_000);
    expect(await entries("session.signed_in")).toHaveLength(1);
  });

  it("tells nothing apart: a wrong password, an unknown e-mail address, somebody without a password", async () => {
    const without = `${world.physicians[1]}@example.org`;
    expect(await attempt("wrong")).toEqual({ kind: "refused" });
    expect(await attempt(PASSWORD, "nobody@example.org")).toEqual({ kind: "refused" });
    expect(await attempt(PASSWORD, without)).toEqual({ kind: "refused" });
    expect(await attempt(PASSWORD, "not an address")).toEqual({ kind: "refused" });
  });

  it("records a failed attempt with the e-mail address sealed, under no person's name", async () => {
    await attempt("wrong");
    const [entry] = await entries("session.failed");
    expect(entry?.actor_type).toBe("system");
    expect(entry?.canonical).toContain('"reason":"wrong_password"');
    expect(entry?.canonical).toMatch(/"email":\{"sealed":"[0-9a-f]{64}"\}/);
    expect(entry?.canonical).not.toContain(email);
  });

  it("refuses a member who was removed", async () => {
    await remove();
    expect(await attempt(PASSWORD)).toEqual({ kind: "refused" });
  });
});

async function remove(): Promise<void> {
  await world.change("member.removed", (tx) =>
    tx.member.updateMany({ where: { userId }, data: { status: "removed" } }),
  );
}

describe("the lock", () => {
  async function failFiveTimes(as: string): Promise<string[]> {
    const kinds: string[] = [];
    for (let i = 0; i < 5; i += 1) kinds.push((await attempt(`wrong ${i}`, as)).kind);
    return kinds;
  }

  it("closes with the fifth failure, refuses the right password, and opens again after a quarter of an hour", async () => {
    expect(await failFiveTimes(email)).toEqual(["refused", "refused", "refused", "refused", "locked"]);
    const locked = await attempt(PASSWORD);
    expect(locked.kind).toBe("locked");
    if (locked.kind === "locked") {
      const minutes = (locked.until.getTime() - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(14);
      expect(minutes).toBeLessThanOrEqual(15);
    }
    expect(await entries("session.failed")).toHaveLength(5);
    expect(await entries("session.signed_in")).toHaveLength(0);

    await pool().query(
      `UPDATE users SET locked_until = now() - interval '1 second', failing_since = now() - interval '16 minutes'
        WHERE id = $1`,
      [userId],
    );
    expect((await attempt("wrong again")).kind).toBe("refused");
    expect((await attempt(PASSWORD)).kind).toBe("signed_in");
  });

  it("closes in the same way on an address without an account", async () => {
    const stranger = `${crypto.randomUUID()}@example.org`;
    expect(await failFiveTimes(stranger)).toEqual(["refused", "refused", "refused", "refused", "locked"]);
    expect((await attempt(PASSWORD, stranger.toUpperCase())).kind).toBe("locked");
  });

  it("counts attempts made at the same instant one by one", async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((n) => attempt(`wrong ${n}`)));
    expect(outcomes.map((one) => one.kind).sort()).toEqual([
      "locked",
      "refused",
      "refused",
      "refused",
      "refused",
    ]);
  });

  it("is not slipped past by the right guess among many sent at once", async () => {
    const guesses = [...Array.from({ length: 20 }, (_, n) => `wrong ${n}`), PASSWORD];
    const outcomes = await Promise.all(guesses.map((guess) => attempt(guess)));
    expect(outcomes.filter((one) => one.kind === "signed_in")).toEqual([]);
    expect(await entries("session.signed_in")).toHaveLength(0);
  });

  it("forgets failures that are older than the window, and those before a success", async () => {
    for (let i = 0; i < 4; i += 1) await attempt("wrong");
    await pool().query("UPDATE users SET failing_since = now() - interval '16 minutes' WHERE id = $1", [
      userId,
    ]);
    expect((await attempt("wrong")).kind).toBe("refused");
    expect((await attempt(PASSWORD)).kind).toBe("signed_in");
    for (let i = 0; i < 4; i += 1) expect((await attempt("wrong")).kind).toBe("refused");
  });

  it("holds one address back after fifty failures, whatever the accounts", async () => {
    const from = (as: string, password: string) =>
      signInWithPassword({ email: as, password, address: "192.0.2.7", userAgent: "" });
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => from(`someone-${n}-${userId}@example.org`, "guess")),
    );
    expect((await from(email, PASSWORD)).kind).toBe("locked");
    expect((await attempt(PASSWORD)).kind).toBe("signed_in");
  });
});

describe("a session", () => {
  let sessionId: string;
  let cookie: string;
  beforeEach(async () => {
    const outcome = await attempt(PASSWORD);
    cookie = await cookieOf(outcome);
    if (outcome.kind === "signed_in") sessionId = outcome.sessionId;
  });

  it("is refused when there is none, or one that was tampered with", async () => {
    await expect(signedIn("")).rejects.toMatchObject(unauthenticated);
    await expect(signedIn(`${cookie.slice(0, -6)}AAAAAA`)).rejects.toMatchObject(unauthenticated);
  });

  it("ends after half an hour without use", async () => {
    await age(sessionId, "last_seen_at", 29);
    const caller = await signedIn(cookie);
    await age(sessionId, "last_seen_at", 31);
    await expect(signedIn(cookie)).rejects.toMatchObject(unauthenticated);
    expect(await stillSignedIn(caller)).toBe(false);
  });

  it("is kept alive by use, but not by an event stream or a poll in the background", async () => {
    await age(sessionId, "last_seen_at", 10);
    const idle = async () => Date.now() - (await lastSeenAt()).getTime();
    await signedIn(cookie, { accept: "text/event-stream" });
    await signedIn(cookie, { "x-kynara-background": "1" });
    expect(await idle()).toBeGreaterThan(9 * 60_000);
    await signedIn(cookie);
    expect(await idle()).toBeLessThan(60_000);
  });

  it("ends at its last hour, however much it is used", async () => {
    await age(sessionId, "expires_at", 1);
    await expect(signedIn(cookie)).rejects.toMatchObject(unauthenticated);
  });

  it("ends when it is signed out, once, with its entry", async () => {
    const caller = await signedIn(cookie);
    await signOutCaller(caller);
    await expect(signedIn(cookie)).rejects.toMatchObject(unauthenticated);
    expect(await stillSignedIn(caller)).toBe(false);
    await signOutCaller(caller);
    expect(await entries("session.signed_out")).toHaveLength(1);
  });

  it("ends with the next request of somebody who was removed", async () => {
    const caller = await signedIn(cookie);
    await remove();
    await expect(signedIn(cookie)).rejects.toMatchObject(unauthenticated);
    expect(await stillSignedIn(caller)).toBe(false);
  });

  it("loses a permission as soon as the role does", async () => {
    await world.change("role.changed", (tx) =>
      tx.role.updateMany({
        where: { name: "attending_physician" },
        data: { permissions: ["approvals.read"] },
      }),
    );
    expect([...(await signedIn(cookie)).permissions]).toEqual(["approvals.read"]);
  });

  it("can be ended from another of the person's own, and from nobody else's", async () => {
    const other = await signedIn(await cookieOf(await attempt(PASSWORD)));
    const listed = await listOwnSessions(other);
    expect(listed.map((one) => [one.id === sessionId, one.current])).toEqual([
      [false, true],
      [true, false],
    ]);
    const stranger = await world.caller(world.physicians[1]);
    await expect(endOwnSession(stranger, sessionId)).rejects.toMatchObject({ code: "not_found" });
    await signedIn(cookie);
    await endOwnSession(other, sessionId);
    await expect(signedIn(cookie)).rejects.toMatchObject(unauthenticated);
    await expect(endOwnSession(other, sessionId)).rejects.toMatchObject({ code: "not_found" });
  });

  async function lastSeenAt(): Promise<Date> {
    const { rows } = await pool().query<{ at: Date }>("SELECT last_seen_at AS at FROM find_session($1)", [
      sessionId,
    ]);
    return rows[0]?.at ?? new Date(0);
  }
});

describe("switching organization", () => {
  it("goes on where the person is a member, and leaves the old session ended", async () => {
    const before = await signedIn(await cookieOf(await attempt(PASSWORD)));
    const elsewhere = await createBareOrganization();
    await expect(switchOrganization(before, elsewhere, { address: "", userAgent: "" })).rejects.toMatchObject(
      { code: "not_found" },
    );

    const second = await createTestWorld();
    await second.change("member.joined", (tx) =>
      tx.member.create({
        data: { id: `mem_${crypto.randomUUID()}`, orgId: second.organizationId, userId, roles: ["nurse"] },
      }),
    );
    expect((await describeCaller(before)).organizations.map((one) => one.id)).toEqual([
      world.organizationId,
      second.organizationId,
    ]);
    const opened = await switchOrganization(before, second.organizationId, { address: "", userAgent: "" });
    const after = await signedIn((await setCookieHeader(opened)).split(";")[0] ?? "");
    expect(after).toMatchObject({ organizationId: second.organizationId, roles: ["nurse"] });
    expect(await stillSignedIn(before)).toBe(false);
  });
});
