import "server-only";
import { pool } from "../db/pool";
import { prisma, type Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";

export interface SessionRecord {
  id: string;
  organizationId: string;
  userId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revoked: boolean;
}

export interface SignInRecord {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  lockedUntil: Date | null;
}

export interface Membership {
  organizationId: string;
  organizationName: string;
}

/** One statement without a tenant: the session is what says which organization it is. */
export async function findSession(id: string): Promise<SessionRecord | null> {
  const { rows } = await pool().query<SessionRecord>({
    name: "find_session",
    text: `SELECT id, org_id AS "organizationId", user_id AS "userId", created_at AS "createdAt",
                  last_seen_at AS "lastSeenAt", expires_at AS "expiresAt", revoked_at IS NOT NULL AS revoked
             FROM find_session($1)`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Notes that the session was used, unless that was noted within the last `everySeconds`. Not a change that the log tells. */
export async function touchSession(id: string, everySeconds: number): Promise<void> {
  await pool().query({
    name: "touch_session",
    text: "SELECT touch_session($1, $2)",
    values: [id, everySeconds],
  });
}

export async function findSignIn(email: string): Promise<SignInRecord | null> {
  const rows = await prisma().$queryRaw<SignInRecord[]>`
    SELECT id, email, name, password_hash AS "passwordHash", locked_until AS "lockedUntil"
      FROM users WHERE lower(email) = lower(${email})`;
  return rows[0] ?? null;
}

/** The organizations a person is an active member of, the oldest membership first. */
export async function listMemberships(userId: string): Promise<Membership[]> {
  return prisma().$queryRaw<Membership[]>`
    SELECT org_id AS "organizationId", org_name AS "organizationName" FROM list_memberships(${userId})`;
}

export interface Failure {
  attempts: number;
  lockedUntil: Date | null;
}

/**
 * Counts a failed attempt, and locks when it is the last that the window allows.
 *
 * @returns how many attempts have failed in this window, and until when the account is locked.
 */
export async function countFailure(
  tx: AuditedTx,
  userId: string,
  rule: { attempts: number; windowSeconds: number; lockSeconds: number },
): Promise<Failure> {
  const [row] = await tx.$queryRaw<Failure[]>`
    UPDATE users u SET
      failed_attempts = n.attempts,
      failing_since = n.since,
      locked_until = CASE WHEN n.attempts >= ${rule.attempts}::int
                          THEN now() + make_interval(secs => ${rule.lockSeconds}::int) ELSE u.locked_until END,
      updated_at = now()
    FROM (SELECT id,
                 CASE WHEN running THEN failed_attempts + 1 ELSE 1 END AS attempts,
                 CASE WHEN running THEN failing_since ELSE now() END AS since
            FROM (SELECT id, failed_attempts, failing_since,
                         coalesce(failing_since > now() - make_interval(secs => ${rule.windowSeconds}::int)
                                  AND failed_attempts < ${rule.attempts}::int, false) AS running
                    FROM users WHERE id = ${userId} FOR UPDATE) AS w) AS n
    WHERE u.id = n.id
    RETURNING u.failed_attempts AS attempts, u.locked_until AS "lockedUntil"`;
  if (!row) throw new Error(`The user ${userId} is gone.`);
  return row;
}

/** Forgets the failures of somebody who proved who they are, unless failures meanwhile have locked the account. */
export async function clearFailures(tx: AuditedTx, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, OR: [{ lockedUntil: null }, { lockedUntil: { lte: new Date() } }] },
    data: { failedAttempts: 0, failingSince: null, lockedUntil: null },
  });
  return count === 1;
}

export async function insertSession(
  tx: AuditedTx,
  session: {
    id: string;
    organizationId: string;
    userId: string;
    address: string;
    userAgent: string;
    expiresAt: Date;
  },
): Promise<void> {
  const { id, organizationId: orgId, userId, address: ip, userAgent, expiresAt } = session;
  const now = new Date();
  await tx.session.create({
    data: { id, orgId, userId, ip, userAgent, expiresAt, createdAt: now, lastSeenAt: now },
  });
}

export async function isActiveMember(tx: Tx, organizationId: string, userId: string): Promise<boolean> {
  const member = await tx.member.findUnique({ where: { orgId_userId: { orgId: organizationId, userId } } });
  return member?.status === "active";
}

/** Ends one live session of a person. @returns false when there was none to end. */
export async function revokeSession(tx: AuditedTx, userId: string, id: string): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}

export interface SessionListing extends SessionRecord {
  address: string;
  userAgent: string;
}

/** A person's sessions that were neither ended nor have run out, the newest first. */
export async function listSessions(
  organizationId: string,
  userId: string,
  now: Date,
  seenSince: Date,
): Promise<SessionListing[]> {
  const rows = await withTenant(organizationId, (tx) =>
    tx.session.findMany({
      where: {
        orgId: organizationId,
        userId,
        revokedAt: null,
        expiresAt: { gt: now },
        lastSeenAt: { gt: seenSince },
      },
      orderBy: { id: "desc" },
      take: 200,
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    organizationId: row.orgId,
    userId: row.userId,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    expiresAt: row.expiresAt,
    revoked: false,
    address: row.ip,
    userAgent: row.userAgent,
  }));
}

/** Whose API key this is the hash of, before any organization is known. */
export async function findApiKey(hash: Buffer): Promise<{ keyId: string; organizationId: string } | null> {
  const { rows } = await pool().query<{ keyId: string; organizationId: string }>({
    name: "find_api_key",
    text: 'SELECT id AS "keyId", org_id AS "organizationId" FROM find_api_key($1)',
    values: [hash],
  });
  return rows[0] ?? null;
}

/** Whether an organization has this issuer, before anything of its token is verified. */
export async function hasTokenIssuer(organizationId: string, issuer: string): Promise<boolean> {
  const { rows } = await pool().query<{ known: boolean }>({
    name: "has_token_issuer",
    text: "SELECT has_token_issuer($1, $2) AS known",
    values: [organizationId, issuer],
  });
  return rows[0]?.known === true;
}
