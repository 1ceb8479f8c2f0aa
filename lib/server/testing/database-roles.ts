import { Client } from "pg";
import { inject } from "vitest";
import { superuser } from "@/lib/server/db/embedded/cluster";
import { readRecord } from "@/lib/server/db/embedded/data-folder";
import type { TestDatabase } from "./test-database";

type Query = (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** Runs statements as the role that owns the tables. */
export function asOwner<T>(database: TestDatabase, work: (query: Query) => Promise<T>): Promise<T> {
  return withClient(database.ownerUrl, work);
}

/** Runs statements as the cluster's superuser with triggers switched off: the worst that a database can do to a log. */
export async function asTamperer<T>(database: TestDatabase, work: (query: Query) => Promise<T>): Promise<T> {
  const record = await readRecord(inject("testDataDir"));
  const url = new URL(database.ownerUrl);
  url.username = superuser;
  url.password = record?.superuserPassword ?? "";
  return withClient(url.href, async (query) => {
    await query("SET session_replication_role = replica");
    return work(query);
  });
}

async function withClient<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work((sql, values) => client.query<Record<string, unknown>>(sql, values));
  } finally {
    await client.end();
  }
}
