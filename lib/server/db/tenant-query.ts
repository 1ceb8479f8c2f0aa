import "server-only";
import type { PoolClient } from "pg";
import { pool } from "./pool";

/**
 * One reading statement as the application's role inside one organization, past Prisma: for bytes by the thousand and
 * for statements that are put together from filters. What it sees is one snapshot.
 */
export async function tenantQuery<R extends object>(
  organizationId: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = await pool().connect();
  let failure: Error | undefined;
  try {
    await begin(client, organizationId);
    const { rows } = await client.query<R>(text, [...values]);
    await client.query("COMMIT");
    return rows;
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    // A connection whose transaction failed is closed rather than reused.
    client.release(failure);
  }
}

async function begin(client: PoolClient, organizationId: string): Promise<void> {
  await client.query("BEGIN READ ONLY");
  await client.query({
    name: "set_tenant",
    text: "SELECT set_config('app.org_id', $1, true)",
    values: [organizationId],
  });
}
