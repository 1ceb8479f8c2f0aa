import { Pool } from "pg";
import type { Measured } from "./load";

/** The physical limit next door: one row, one commit, from as many clients, on the same PostgreSQL. */
export async function insertPeer(databaseUrl: string, clients: number, seconds: number): Promise<Measured> {
  const pool = new Pool({ connectionString: databaseUrl, max: clients });
  await pool.query("CREATE TABLE IF NOT EXISTS bench_row (id bigserial PRIMARY KEY, body text NOT NULL)");
  const body = "x".repeat(600);
  const latencies: number[] = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const start = performance.now();
        await pool.query({ name: "bench", text: "INSERT INTO bench_row (body) VALUES ($1)", values: [body] });
        latencies.push(performance.now() - start);
      }
    }),
  );
  await pool.query("DROP TABLE bench_row");
  await pool.end();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return {
    name: "one-row INSERT, commit",
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: null,
    failures: 0,
  };
}
