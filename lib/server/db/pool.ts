import "server-only";
import pg from "pg";
import { config } from "../config";
import { log } from "../log";
import { processWide } from "../process-wide";

// int8 columns here are sequence numbers and counts, far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * The process's one pool of connections. Each acts as kynara_app, which owns no table: row-level security and the
 * log's missing rights hold whatever the login role may do.
 */
export function pool(): pg.Pool {
  return processWide("pg-pool", () => {
    const made = new pg.Pool({
      connectionString: config().databaseUrl,
      max: config().poolSize,
      options: "-c role=kynara_app -c timezone=UTC",
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      verify: refuseOtherRoles,
    });
    made.on("error", (error) => log().warn({ error: error.message }, "an idle database connection was lost"));
    return made;
  });
}

/**
 * A pooler between us and PostgreSQL may swallow the start-up options, and the connection would act as the owner of the
 * tables, whom row-level security does not bind. Such a connection is not used.
 */
function refuseOtherRoles(client: pg.PoolClient, done: (error?: Error) => void): void {
  client.query<{ role: string }>("SELECT current_user AS role").then(
    ({ rows }) => {
      const role = rows[0]?.role;
      done(
        role === "kynara_app"
          ? undefined
          : new Error(
              `The connection acts as ${role} and not as kynara_app: connect to PostgreSQL directly.`,
            ),
      );
    },
    (error: Error) => done(error),
  );
}
