import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { give } from "./cluster";
import type { ServiceUser } from "./service-user";

/** `full`: what is committed survives a power cut. `none`: for throwaway databases of tests only. */
export type Durability = "full" | "none";

/** Writes postgresql.conf and pg_hba.conf anew at each start: they belong to us, and an upgrade may change them. */
export async function writeServerSettings(
  cluster: string,
  port: number,
  durability: Durability,
  user: ServiceUser | null,
): Promise<void> {
  const files = {
    "postgresql.conf": settings(port, durability),
    "pg_hba.conf": "host all all 127.0.0.1/32 scram-sha-256\n",
  };
  for (const [name, text] of Object.entries(files)) {
    const file = join(cluster, name);
    await writeFile(file, text, { mode: 0o600 });
    await give(file, user);
  }
}

function settings(port: number, durability: Durability): string {
  const durable = durability === "full" ? "on" : "off";
  const values: Record<string, string | number> = {
    listen_addresses: "'127.0.0.1'",
    port,
    unix_socket_directories: "''",
    max_connections: 200,
    shared_buffers: "128MB",
    effective_cache_size: "1GB",
    work_mem: "8MB",
    random_page_cost: 1.1,
    jit: "off",
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    // No replica hangs on an embedded server: less is written per commit.
    wal_level: "minimal",
    max_wal_senders: 0,
    max_wal_size: "1GB",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "'C'",
    // Statements and the DETAIL of a failed constraint may carry patient data: neither reaches the log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    log_line_prefix: "'%m [%p] '",
  };
  // On macOS a plain fsync stops at the drive's cache.
  if (process.platform === "darwin" && durability === "full") values.wal_sync_method = "fsync_writethrough";
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
  return `# Written by Kynara at each start: changes here are lost.\n${lines.join("\n")}\n`;
}
