import { createServer } from "node:http";
import next from "next";
import { config } from "@/lib/server/config";
import { leaveWithLauncher } from "@/lib/server/db/embedded";
import { listener } from "@/lib/server/db/listener";
import { health, live } from "@/lib/server/health";
import { believeForwarded } from "@/lib/server/http/forwarded";
import type { MachineHandler } from "@/lib/server/http/machine";
import { refuseMalformedPath } from "@/lib/server/http/malformed-path";
import { serveMachine } from "@/lib/server/http/node-machine";
import { startJobs, stopJobs } from "@/lib/server/jobs";
import { log } from "@/lib/server/log";
import { machinePath } from "@/lib/server/machine-api";
import { ensureBootstrap } from "@/lib/server/organizations";

const port = Number(process.env.PORT || 3000);
const hostname = process.env.HOSTNAME || "127.0.0.1";
const PROBES: Readonly<Record<string, MachineHandler>> = { "/api/health": health, "/api/livez": live };
/** How long requests under way may take when the application ends. */
const DRAIN_MS = 10_000;
const HASTY_DRAIN_MS = 1_000;
/** sysexits.h EX_CONFIG: the launcher does not start us again on the same wrong configuration. */
const CONFIGURATION_EXIT_CODE = 78;

let close = async (_drainMs: number): Promise<void> => undefined;
// The launcher was killed: no orphan keeps the port, or the database that only we were using.
process.once(
  "disconnect",
  () =>
    void close(HASTY_DRAIN_MS)
      .then(leaveWithLauncher)
      .finally(() => process.exit(1)),
);

/**
 * Next's documented custom server: the hot machine endpoints are answered before Next, by the same functions that app/
 * exports; everything else is Next's.
 */
async function main(): Promise<void> {
  const app = next({ dev: process.argv.includes("--dev"), hostname, port });
  await ensureBootstrap();
  await app.prepare();
  const toNext = app.getRequestHandler();

  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const method = request.method ?? "GET";
    const url = request.url ?? "/";
    const hasKey =
      request.headers["x-kynara-key"] !== undefined || request.headers.authorization !== undefined;
    const machine = (method === "GET" && PROBES[url]) || machinePath(method, url, hasKey);
    if (machine) {
      void serveMachine(machine, request, response);
      return;
    }
    if (refuseMalformedPath(request, response)) return;
    believeForwarded(request, config().trustedProxies);
    void toNext(request, response);
  });

  close = async (drainMs) => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await stopJobs();
    await listener().close();
    const limit = setTimeout(() => server.closeAllConnections(), drainMs);
    await closed;
    clearTimeout(limit);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void close(DRAIN_MS).finally(() => process.exit(0)));
  }

  await startJobs();
  server.listen(port, hostname, () => log().info({ hostname, port }, "kynara is ready"));
}

try {
  config();
} catch (error) {
  console.error((error as Error).message);
  process.exit(CONFIGURATION_EXIT_CODE);
}
main().catch((error: unknown) => {
  log().fatal({ error }, "kynara could not start");
  process.exit(1);
});
