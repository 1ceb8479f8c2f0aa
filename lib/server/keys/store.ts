import "server-only";
import type { ListKeysQuery } from "@/lib/contracts/agents";
import { now } from "../clock";
import type { ApiKey } from "../db/generated/client";
import type { Tx } from "../db/prisma";
import type { AuditedTx } from "../db/record-mutation";

/** A key without its hash, which nobody but the look-up by hash needs. */
export type KeyRow = Omit<ApiKey, "hash">;
const omit = { hash: true } as const;

export function findKey(tx: Tx, id: string): Promise<KeyRow | null> {
  return tx.apiKey.findUnique({ where: { id }, omit });
}

export function listKeysAfter(tx: Tx, query: ListKeysQuery, after: string | null): Promise<KeyRow[]> {
  return tx.apiKey.findMany({
    where: {
      ...(query.agent_id && { agentId: query.agent_id }),
      ...(after !== null && { id: { gt: after } }),
    },
    omit,
    orderBy: { id: "asc" },
    take: query.limit + 1,
  });
}

export function insertKey(
  tx: AuditedTx,
  key: Omit<ApiKey, "createdAt" | "revokedAt" | "hash"> & { hash: Buffer },
): Promise<KeyRow> {
  return tx.apiKey.create({ data: { ...key, hash: Uint8Array.from(key.hash), createdAt: now() }, omit });
}

/** Null when it was revoked before. */
export async function markRevoked(tx: AuditedTx, id: string): Promise<KeyRow | null> {
  const [row] = await tx.apiKey.updateManyAndReturn({
    where: { id, revokedAt: null },
    data: { revokedAt: now() },
    omit,
  });
  return row ?? null;
}
