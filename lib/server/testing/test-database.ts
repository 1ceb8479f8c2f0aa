import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { inject } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/server/db/embedded";
import { withFileLock } from "@/lib/server/db/embedded/file-lock";
import { migrate, readMigrations } from "@/lib/server/db/migrate";

export interface TestDatabase {
  /** Connects as the role that owns the tables. */
  readonly ownerUrl: string;
  /** Connects as the application does: the same login, acting as `kynara_app`, which owns nothing. */
  readonly appUrl: string;
  /** Ends every connection to the database and removes it. */
  drop(): Promise<void>;
}

const migrationsDirectory = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));

/**
 * A migrated (or empty) database of this test's own, on a real PostgreSQL that the whole run shares and the first caller
 * starts. Without fsync: what a test writes need not survive a power cut.
 */
export async function createTestDatabase(content: "migrated" | "empty" = "migrated"): Promise<TestDatabase> {
  const dataDir = inject("testDataDir");
  const server = await startEmbedded({ dataDir, durability: "none" });
  const template =
    content === "empty"
      ? "template1"
      : await withFileLock(join(dataDir, "template.lock"), () => ensureTemplate(server));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runAsOwner(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const ownerUrl = urlOf(server, name);
  return {
    ownerUrl,
    appUrl: `${ownerUrl}?options=${encodeURIComponent("-c role=kynara_app")}`,
    drop: () => runAsOwner(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

// The template carries the checksum of the last migration in its name: a folder is used for one run, but a watcher's
// run goes on while migrations change.
async function ensureTemplate(server: EmbeddedPostgres): Promise<string> {
  const migrations = await readMigrations(migrationsDirectory);
  const template = `template_${migrations.map(({ checksum }) => checksum.slice(0, 4)).join("_")}`.slice(
    0,
    63,
  );
  const admin = await connect(server.ownerUrl);
  try {
    const found = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (found.rowCount === 0) {
      const unfinished = `unfinished_${randomUUID().replaceAll("-", "")}`;
      await admin.query(`CREATE DATABASE ${unfinished}`);
      await migrate(urlOf(server, unfinished), migrationsDirectory);
      await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    }
    return template;
  } finally {
    await admin.end();
  }
}

async function runAsOwner(server: EmbeddedPostgres, sql: string): Promise<void> {
  const client = await connect(server.ownerUrl);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function urlOf(server: EmbeddedPostgres, database: string): string {
  const url = new URL(server.ownerUrl);
  url.pathname = `/${database}`;
  return url.href;
}
