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
    });
    made.on("error", (error) => log().warn({ error: error.message }, "an idle database connection was lost"));
    return made;
  });
}
