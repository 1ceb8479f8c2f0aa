import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client, DatabaseError } from "pg";

/** A database and a set of migrations that do not fit each other, in a sentence a person can act on. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of migration.sql in hex: what Prisma stores. */
  readonly checksum: string;
}

export interface MigrationResult {
  /** Names of the migrations this call applied, in order. */
  readonly applied: readonly string[];
  readonly alreadyApplied: number;
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

// Prisma's own number: its command line and this runner wait for each other.
const advisoryLock = 72707369;
const lockTimeoutMs = 120_000;

// As Prisma's schema engine creates it.
const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings a database up to the migrations of `directory` (Prisma's layout: `<name>/migration.sql`), with `pg` alone.
 * Each migration and its row commit together, so a crash leaves it applied or not begun. Several processes may call it
 * at once: one applies, the others wait and find nothing to do.
 *
 * @param ownerUrl connection string of the role that owns the tables
 * @throws MigrationError when an applied migration was changed, failed, or is not known here
 */
export async function migrate(ownerUrl: string, directory: string): Promise<MigrationResult> {
  const migrations = await readMigrations(directory);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`SET lock_timeout = ${lockTimeoutMs}`);
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    await client.query("SET lock_timeout = DEFAULT");
    await client.query("SET client_min_messages = warning");
    await client.query(createTable);
    const { rows } = await client.query<AppliedRow>(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
    );
    const pending = findPending(migrations, rows);
    for (const migration of pending) await apply(client, migration);
    return { applied: pending.map(({ name }) => name), alreadyApplied: rows.length };
  } finally {
    // The lock belongs to the session and ends with it.
    await client.end();
  }
}

/** The migrations of a folder in the order of their names, which begin with the time they were made. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const file = await readFile(join(directory, name, "migration.sql"));
      return { name, sql: file.toString("utf8"), checksum: createHash("sha256").update(file).digest("hex") };
    }),
  );
}

function findPending(migrations: readonly Migration[], rows: readonly AppliedRow[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of rows) {
    const migration = known.get(name);
    if (!migration) {
      throw new MigrationError(
        `The database holds the migration ${name}, which this version of Kynara does not know: it was used by a newer version. Start that version, or use another database.`,
      );
    }
    if (finished_at === null) {
      throw new MigrationError(
        `The migration ${name} failed earlier and was left half done. Repair the database, mark it with \`npx prisma migrate resolve\`, and start again.`,
      );
    }
    if (checksum !== migration.checksum) {
      throw new MigrationError(
        `The migration ${name} was changed after it was applied to this database. Restore prisma/migrations/${name}/migration.sql, and put the change into a new migration.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new MigrationError(`The migration ${name} failed and was rolled back: ${explain(error, sql)}`, {
      cause: error,
    });
  }
}

function explain(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError)) return String(error);
  const position = Number(error.position);
  const line = position > 0 ? ` (line ${sql.slice(0, position).split("\n").length})` : "";
  return `${error.message}${line}`;
}
