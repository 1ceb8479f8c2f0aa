import { Client } from "pg";
import { superuser } from "./cluster";

/** Owns the database and every table; not a superuser, so that row-level security and rights bind it too. */
export const ownerRole = "kynara_owner";
export const databaseName = "kynara";

/** What the cluster needs before the first migration. Run at each start: it heals a start that was cut short. */
export async function ensureRolesAndDatabase(
  port: number,
  passwords: { readonly superuser: string; readonly owner: string },
): Promise<void> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: superuser,
    password: passwords.superuser,
    database: "postgres",
  });
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [ownerRole]);
    if (role.rowCount === 0) {
      // CREATEROLE: the first migration makes the application's role. CREATEDB: Prisma's shadow database, and tests.
      await client.query(
        `CREATE ROLE ${ownerRole} LOGIN NOSUPERUSER CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(passwords.owner)}`,
      );
    }
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName} OWNER ${ownerRole}`);
  } finally {
    await client.end();
  }
}
