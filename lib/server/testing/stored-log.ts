import {
  LogVerifier,
  rootFromFrontier,
  rootFromLeaves,
  type Verdict,
  verifyEd25519Portable,
} from "@/lib/ledger";
import { columnsAgree } from "@/lib/server/audit/columns";
import type { RecordRow } from "@/lib/server/audit/store";
import { nodeHasher } from "@/lib/server/db/ledger/node-hasher";
import { pool } from "@/lib/server/db/pool";

export interface StoredRow extends RecordRow {
  event_id: string;
}

/** Runs one query as the application does, inside one organization. */
export async function queryTenant<R extends object>(
  organizationId: string,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.org_id', $1, true)", [organizationId]);
    const { rows } = await client.query<R>(sql, values);
    await client.query("COMMIT");
    return rows;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

export function storedRows(organizationId: string): Promise<StoredRow[]> {
  return queryTenant<StoredRow>(organizationId, "SELECT * FROM audit_record ORDER BY seq");
}

/** What the pure verifier says of the stored rows, and whether the head's frontier has their root. */
export async function verifyStored(organizationId: string): Promise<Verdict & { rootMatches: boolean }> {
  const rows = await storedRows(organizationId);
  const [head] = await queryTenant<{ seq: number; frontier: Buffer[] }>(
    organizationId,
    "SELECT * FROM audit_head",
  );
  const verifier = new LogVerifier({
    hasher: nodeHasher,
    verifySignature: verifyEd25519Portable,
    strict: true,
  });
  const toSeq = head?.seq ?? 0;
  verifier.begin({
    org: organizationId,
    fromSeq: 1,
    toSeq,
    anchor: null,
    checkpoint: null,
    keys: [],
    hasEnd: false,
  });
  const misstated = rows.find((row) => !columnsAgree(row));
  if (misstated) throw new Error(`The columns of entry ${misstated.seq} do not say what it says.`);
  for (const row of rows) verifier.accept(row.canonical, row.hash.toString("hex"));
  const expected = rootFromLeaves(
    nodeHasher,
    rows.map((row) => row.hash),
  );
  const actual = rootFromFrontier(nodeHasher, head?.frontier ?? []);
  return { ...(await verifier.finish(null)), rootMatches: Buffer.compare(expected, actual) === 0 };
}
