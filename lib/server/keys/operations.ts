import "server-only";
import * as z from "zod";
import { beyond, isPermission } from "@/lib/access";
import type { ApiKey, CreatedKey, CreateKey, ListKeysQuery } from "@/lib/contracts/agents";
import type { Page } from "@/lib/contracts/common";
import { getAgentRow } from "../agents";
import { actorOf, type Caller } from "../caller";
import type { LedgerEvent } from "../db/ledger/events";
import { type AuditedTx, recordMutation, Unchanged } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { type Fault, forbidden, invalid, notFound } from "../errors";
import { displayOf, hashApiKey, newApiKeySecret } from "../identity";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { findKey, insertKey, type KeyRow, listKeysAfter, markRevoked } from "./store";

const view = (row: KeyRow): ApiKey => ({
  id: row.id,
  agent_id: row.agentId,
  name: row.name,
  display: row.display,
  permissions: row.permissions,
  created_by: row.createdBy,
  created_at: row.createdAt.toISOString(),
  expires_at: row.expiresAt?.toISOString() ?? null,
  revoked_at: row.revokedAt?.toISOString() ?? null,
});

export async function listKeys(caller: Caller, query: ListKeysQuery): Promise<Page<ApiKey>> {
  const after = decodeCursor(query.cursor, z.tuple([z.string()]));
  const rows = await withTenant(caller.organizationId, async (tx) => {
    if (query.agent_id) await getAgentRow(tx, query.agent_id);
    return listKeysAfter(tx, query, after?.[0] ?? null);
  });
  return pageOf(rows, query.limit, (row) => [row.id], view);
}

/** @throws AppError not_found. */
export async function getKey(caller: Caller, id: string): Promise<ApiKey> {
  const row = await withTenant(caller.organizationId, (tx) => findKey(tx, id));
  if (!row) throw notFound("API key");
  return view(row);
}

/**
 * Creates a key and hands out its secret, which is kept nowhere. A key of an agent can always ask for decisions about
 * that agent.
 *
 * @throws AppError invalid, forbidden (permissions beyond the caller's), not_found (no such agent).
 */
export async function createKey(caller: Caller, key: CreateKey): Promise<CreatedKey> {
  checkKey(key);
  const excess = caller.kind === "system" ? [] : beyond(caller.permissions, key.permissions);
  if (excess.length > 0)
    throw forbidden(`Nobody gives more than they hold, and you do not hold ${excess.join(", ")}.`);
  const secret = newApiKeySecret();
  const permissions = new Set([...key.permissions, ...(key.agent_id ? ["decisions.check"] : [])]);
  const row = await recordMutation(
    caller,
    (made: KeyRow) => keyCreated(caller, made),
    async (tx) => {
      if (key.agent_id) await getAgentRow(tx, key.agent_id);
      return insertKeyOf(tx, caller, secret, {
        agentId: key.agent_id,
        name: key.name,
        permissions: [...permissions],
        expiresAt: key.expires_at === null ? null : new Date(key.expires_at),
      });
    },
  );
  return { ...view(row), secret };
}

/** Stores a key under its hash, inside a transaction that records it with `keyCreated`. */
export function insertKeyOf(
  tx: AuditedTx,
  caller: Caller,
  secret: string,
  key: Pick<KeyRow, "agentId" | "name" | "permissions" | "expiresAt">,
): Promise<KeyRow> {
  return insertKey(tx, {
    ...key,
    id: newId("key"),
    orgId: caller.organizationId,
    display: displayOf(secret),
    hash: hashApiKey(secret),
    createdBy: caller.id,
  });
}

/** Revokes a key: no answer is given to it any more. @throws AppError not_found. */
export async function revokeKey(caller: Caller, id: string): Promise<ApiKey> {
  const row = await recordMutation(
    caller,
    (made: KeyRow) => keyEvent(caller, "key.revoked", made),
    async (tx) => {
      const revoked = await markRevoked(tx, id);
      if (revoked) return revoked;
      const before = await findKey(tx, id);
      if (!before) throw notFound("API key");
      throw new Unchanged(before);
    },
  );
  return view(row);
}

function checkKey(key: CreateKey): void {
  const unknown = key.permissions.flatMap((name, index): Fault[] =>
    isPermission(name)
      ? []
      : [
          {
            pointer: `/permissions/${index}`,
            message: `There is no permission ${name}.`,
            code: "no_permission",
            params: { name },
          },
        ],
  );
  if (unknown[0]) throw invalid(unknown[0].message, unknown);
  if (key.agent_id === null && key.permissions.length === 0)
    throw invalid("A key that belongs to no agent needs a permission.", [
      {
        pointer: "/permissions",
        message: "Name at least one permission, or an agent.",
        code: "powers_needed",
      },
    ]);
  if (key.expires_at !== null && Date.parse(key.expires_at) <= Date.now())
    throw invalid("The key would have expired already.", [
      { pointer: "/expires_at", message: "must be in the future", code: "not_future" },
    ]);
}

export const keyCreated = (caller: Caller, row: KeyRow): LedgerEvent => keyEvent(caller, "key.created", row);

const keyEvent = (caller: Caller, type: string, row: KeyRow): LedgerEvent => ({
  id: newId("evt"),
  type,
  actor: actorOf(caller),
  agentId: row.agentId ?? undefined,
  data: {
    key_id: row.id,
    name: row.name,
    display: row.display,
    agent_id: row.agentId,
    permissions: row.permissions,
    expires_at: row.expiresAt?.toISOString() ?? null,
  },
});
