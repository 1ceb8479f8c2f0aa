// `npm run demo`: from a fresh clone to a hospital one can try, with plain Node and nothing installed before.
import { existsSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { endChildrenOnSignals, run } from "./child.mjs";
import { installIfNeeded } from "./install.mjs";
import { isBuilt } from "./sources.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const port = process.env.PORT || "3000";
// The launcher binds to this machine unless HOSTNAME says otherwise (lib/server/launcher/launch-config.ts).
const everywhere = ["", "0.0.0.0", "::", hostname()];
const localHost = everywhere.includes(process.env.HOSTNAME ?? "") ? "127.0.0.1" : process.env.HOSTNAME;
const baseUrl = (process.env.KYNARA_BASE_URL || `http://localhost:${port}`).replace(/\/+$/, "");
const dataDir = process.env.KYNARA_DATA_DIR ? resolve(process.env.KYNARA_DATA_DIR) : join(root, ".data");
const demoFile = join(dataDir, "demo.json");

endChildrenOnSignals();
if (!(await installIfNeeded())) process.exit(1);
if (!isBuilt()) {
  console.log("Building …");
  if ((await run(process.execPath, ["scripts/build.mjs"])) !== 0) process.exit(1);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
process.env.KYNARA_DEMO = "1";
void untilHealthy().then(introduce);
// The launcher runs in this process and ends it.
await import("./start.mjs");

async function untilHealthy() {
  for (;;) {
    const response = await fetch(`http://${localHost}:${port}/api/health`).catch(() => null);
    if (response?.status === 200) return;
    await sleep(250);
  }
}

function introduce() {
  const lines = ["", `Kynara runs at ${baseUrl}`, ""];
  if (existsSync(demoFile)) {
    const { people = [], agents = [] } = JSON.parse(readFileSync(demoFile, "utf8"));
    lines.push(
      "Sign in as",
      ...table(people.map(({ role, email, password }) => [role, email, password])),
      "",
    );
    if (agents.length > 0) {
      lines.push("Agents", ...table(agents.map(({ name, id, api_key }) => [name, id, api_key])), "");
      lines.push(
        `  export KYNARA_BASE_URL=${baseUrl} KYNARA_AGENT_ID=${agents[0].id} KYNARA_API_KEY=${agents[0].api_key}`,
        "",
      );
    }
  }
  lines.push("Ctrl-C stops it; the data stays.", "");
  console.log(lines.join("\n"));
}

function table(rows) {
  const widths = rows.reduce(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, String(cell).length)),
    [],
  );
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, i) => String(cell).padEnd(widths[i]))
        .join("   ")
        .trimEnd()}`,
  );
}
