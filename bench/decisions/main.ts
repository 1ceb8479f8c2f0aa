import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { destroyEmbedded, startEmbedded } from "@/lib/server/db/embedded";
import { startBuilt } from "../application/built-application";
import { descendant } from "../application/processes";
import { type CerbosPeer, startCerbos } from "./cerbos-peer";
import { CHECK_BODY, setUpHospital } from "./hospital";
import { insertPeer } from "./insert-peer";
import { load, type Measured } from "./load";

// The decision path of the built application (npm run build) on the embedded database, beside its limits and a peer, all
// measured in one run on one machine.
const CALLERS = 16;
const SECONDS = Number(process.argv[2] ?? 10);

const folder = mkdtempSync(path.join(tmpdir(), "kynara-bench-"));
const adminKey = `sk_live_${randomBytes(32).toString("base64url")}`;
const dataDir = path.join(folder, "data");
const app = await startBuilt(dataDir, { KYNARA_BOOTSTRAP_KEY: adminKey });
const { baseUrl } = app;
const measured: Measured[] = [];
let cerbos: CerbosPeer | undefined;
try {
  const { key } = await setUpHospital(baseUrl, adminKey);
  const pid = descendant(app.pid, "dist/server.mjs");
  const headers = { "content-type": "application/json", "x-kynara-key": key };
  const common = { connections: CALLERS, seconds: SECONDS };
  const database = await startEmbedded({ dataDir });
  cerbos = await startCerbos(path.join(folder, "cerbos"));

  const decision = {
    url: `${baseUrl}/api/v1/decisions/check`,
    method: "POST" as const,
    headers,
    body: CHECK_BODY,
  };
  measured.push(await load({ name: "decision, recorded", ...decision, ...common, pid }));
  measured.push(await load({ name: "no-op before Next", url: `${baseUrl}/api/livez`, ...common, pid }));
  // The same route with a query string is left to Next.
  measured.push(
    await load({ name: "no-op Next route", url: `${baseUrl}/api/livez?through=next`, ...common, pid }),
  );
  measured.push(await insertPeer(database.ownerUrl, CALLERS, SECONDS));
  measured.push(
    await load({
      name: "Cerbos, not recorded",
      url: cerbos.url,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: cerbos.body,
      ...common,
    }),
  );
} finally {
  cerbos?.child.kill();
  await app.stop();
  await destroyEmbedded(dataDir);
  rmSync(folder, { recursive: true, force: true });
}

const ours = measured[0]?.perSecond ?? 0;
console.log(
  `\n${CALLERS} concurrent callers, ${SECONDS} s each, embedded PostgreSQL, one application process\n`,
);
console.log(
  ["".padEnd(24), "per second", "p50 ms", "p99 ms", "CPU ms", "decisions ÷ this", "failed"].join("  "),
);
for (const row of measured) {
  console.log(
    [
      row.name.padEnd(24),
      row.perSecond.toFixed(0).padStart(10),
      row.p50.toFixed(1).padStart(6),
      row.p99.toFixed(1).padStart(6),
      (row.cpuMs?.toFixed(3) ?? "").padStart(6),
      (ours / row.perSecond).toFixed(2).padStart(16),
      String(row.failures).padStart(6),
    ].join("  "),
  );
}
