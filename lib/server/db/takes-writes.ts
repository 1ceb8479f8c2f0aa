import "server-only";
import { pool } from "./pool";

/** Whether the database is there and is no standby. */
export async function takesWrites(): Promise<boolean> {
  const { rows } = await pool().query<{ writable: boolean }>("SELECT NOT pg_is_in_recovery() AS writable");
  return rows[0]?.writable ?? false;
}
