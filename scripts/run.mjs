// Runs a TypeScript file: `node scripts/run.mjs FILE.ts [arguments]`.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { basename } from "node:path";
import { bundle, root } from "./bundle.mjs";

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error("Usage: node scripts/run.mjs FILE.ts [arguments]");
  process.exit(2);
}

const outfile = `node_modules/.cache/kynara/${basename(entry).replace(/\.tsx?$/, "")}-${process.pid}.mjs`;
await bundle({ entry, outfile });
const child = spawn(process.execPath, ["--enable-source-maps", `${root}${outfile}`, ...args], {
  stdio: "inherit",
});
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  for (const file of [outfile, `${outfile}.map`]) rmSync(`${root}${file}`, { force: true });
  for (const name of signals) process.removeAllListeners(name);
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
